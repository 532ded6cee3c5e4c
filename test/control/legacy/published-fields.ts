/** The type of a field by a value of it; a list by its first item. */
export type Published = { readonly [field: string]: string | number | readonly (string | Published)[] | Published };

const text = "";
const number = 0;
const time = "2017-08-07T00:00:00Z";

const plan = { usagePlanId: text, usagePlanName: text, usagePlanDesc: text };
const service = { serviceId: text, serviceName: text, serviceDesc: text };
const key = { secretName: text, secretId: text, secretKey: text };
const planOfService = {
  ...plan,
  environment: text,
  maxRequestNumPreSec: number,
  createdTime: time,
  modifiedTime: time,
  inUseRequestNum: number,
  maxRequestNum: number,
};

/**
 * What the pages of API 2.0 (Tencent Cloud docs, product 628, 2017 to 2020) publish of each answer, without the envelope;
 * where pages differ, every spelling.
 */
export const publishedFields: Readonly<Record<string, Published>> = {
  CreateService: { ...service, subDomain: text, createdTime: time },
  ModifyService: { ...service, protocol: text, modifiedTime: time },
  DeleteService: {},
  DescribeService: {
    ...service,
    subDomain: text,
    protocol: text,
    createdTime: time,
    modifiedTime: time,
    availableEnvironments: [text],
  },
  DescribeServicesStatus: {
    totalCount: number,
    serviceStatusSet: [
      {
        serviceId: text,
        serviceName: text,
        serviceDescription: text,
        subDomain: text,
        protocol: text,
        createdTime: time,
        modifiedTime: time,
        availableEnvironments: [text],
      },
    ],
  },
  ReleaseService: { releaseTime: time, releaseDesc: text },
  UnReleaseService: { unReleaseDesc: text },
  UpdateService: { updateDesc: text },
  DescribeServiceReleaseVersion: {
    totalCount: number,
    versionList: [{ versionName: text, versionDesc: text, environments: [text], createTime: time }],
  },
  DescribeServiceEnvironmentList: {
    totalCount: number,
    environmentList: [{ environmentName: text, url: text, status: number, verisonName: text, versionName: text }],
  },
  DescribeServiceEnvironmentReleaseHistory: {
    totalCount: number,
    versionList: [{ versionName: text, versionDesc: text, releaseTime: time }],
  },
  DescribeServiceUsagePlan: { totalCount: number, usagePlanList: [planOfService] },
  BindSubDomain: {},
  UnBindSubDomain: {},
  ModifySubDomain: {},
  DescribeServiceSubDomains: {
    totalCount: number,
    domainSet: [{ domainName: text, status: text, certificateId: text }],
  },
  DescribeServiceSubDomainMappings: { isDefaultMapping: text, pathMappingSet: [{ path: text, environment: text }] },
  DeleteServiceSubDomainMapping: {},
  CreateApi: { apiId: text, path: text, method: text, createdTime: time },
  ModifyApi: {},
  DeleteApi: {},
  DescribeApi: {
    ...service,
    apiId: text,
    apiName: text,
    apiDesc: text,
    apiType: text,
    createdTime: time,
    modifiedTime: time,
    requestConfig: { path: text, method: text },
    requestParameters: [
      { name: text, in: text, position: text, type: text, defaultValue: text, required: text, desc: text },
    ],
    serviceType: text,
    serviceTimeout: number,
    serviceConfig: { url: text, path: text, method: text },
    serviceParameters: [
      {
        name: text,
        in: text,
        position: text,
        relevantRequestParameterName: text,
        relevantRequestParameterIn: text,
        relevantRequestParameterPosition: text,
        defaultValue: text,
        desc: text,
      },
    ],
    constantParameters: [{ name: text, desc: text, position: text, defaultValue: text }],
    authRequired: text,
    enableCORS: text,
    responseType: text,
    responseSuccessExample: text,
    responseFailExample: text,
    responseErrorCodes: [],
  },
  DescribeApisStatus: {
    serviceId: text,
    totalCount: number,
    apiIdStatusSet: [
      {
        apiId: text,
        apiDesc: text,
        apiName: text,
        apiType: text,
        path: text,
        method: text,
        createdTime: time,
        modifiedTime: time,
        authRequired: text,
        serviceId: text,
      },
    ],
  },
  GenerateApiDocument: { documentURL: text, sdkURL: text },
  DescribeApiUsagePlan: {
    totalCount: number,
    usagePlanList: [
      {
        ...planOfService,
        apiId: text,
        path: text,
        method: text,
        apiName: text,
        serviceId: text,
        serviceName: text,
      },
    ],
  },
  CreateUsagePlan: { ...plan, createdTime: time },
  ModifyUsagePlan: { ...plan, maxRequestNumPreSec: number, modifiedTime: time },
  DeleteUsagePlan: {},
  DescribeUsagePlan: {
    ...plan,
    maxRequestNumPreSec: number,
    createdTime: time,
    modifiedTime: time,
    bindSecretIdTotalCount: number,
    bindSecretIds: [text],
    bindEnvironmentTotalCount: number,
    bindEnvironments: [{ seviceId: text, environmentName: text }],
  },
  DescribeUsagePlansStatus: {
    totalCount: number,
    usagePlanStatusSet: [
      {
        usagePlanId: text,
        usagePlanName: text,
        usagePlanDescription: text,
        requestControlUnit: text,
        requestControlNum: number,
        maxRequestNumPreSec: number,
        maxRequestNum: number,
        createdTime: time,
        modifiedTime: time,
      },
    ],
  },
  DescribeUsagePlanEnvironments: {
    totalCount: number,
    environmentList: [
      {
        seviceId: text,
        serviceId: text,
        serviceName: text,
        environmentName: text,
        inUseRequestNum: number,
        maxRequestNum: number,
      },
    ],
  },
  DescribeUsagePlanSecretIds: {
    totalCount: number,
    secretIdList: [{ secretName: text, secretId: text, status: number }],
  },
  BindSecretIds: {},
  UnBindSecretIds: {},
  BindEnvironment: {},
  UnBindEnvironment: {},
  DemoteServiceUsagePlan: {},
  CreateApiKey: { ...key, type: text, createdTime: time },
  DeleteApiKey: {},
  EnableApiKey: {},
  DisableApiKey: {},
  UpdateApiKey: { secretId: text, secretKey: text, type: text, modifiedTime: time },
  DescribeApiKey: { ...key, status: number, type: text, createdTime: time, modifiedTime: time },
  DescribeApiKeysStatus: {
    totalCount: number,
    apiKeyStatusSet: [
      { secretId: text, secretName: text, status: number, type: text, createdTime: time, modifiedTime: time },
    ],
  },
};
