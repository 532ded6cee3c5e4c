// Codes that are published for the actions Turnpike serves and do not occur in it.

const hosted = "a service of the hosted product that does not exist here";
const billing = "a commercial or legal state of the hosted product";
const sharper = "a sharper code is answered";
const serialised = "calls that write run one after the other";
const unsupportedBackend = "such backends are refused as a kind, with UnsupportedOperation.InvalidEndpointType";
const unsupportedAuth = "EIAM is refused as a kind, with UnsupportedOperation.InvalidAction";

export const neverAnswered: ReadonlyMap<string, string> = new Map([
  ["AuthFailure", "the endpoint refuses the signature before, with a sharper code"],
  ["DryRunOperation", "no parameter asks for a dry run"],
  ["FailedOperation", sharper],
  ["InternalError", "a fault of Turnpike itself, which no call brings about"],
  ["InternalError.ApigwException", hosted],
  ["InternalError.CamException", hosted],
  ["InternalError.CauthException", hosted],
  ["InternalError.ClbException", hosted],
  ["InternalError.DbException", "a failed store is InternalError.OssException"],
  ["InternalError.ReturnableException", hosted],
  ["InternalError.ScfException", hosted],
  ["InternalError.TsfException", hosted],
  ["InternalError.VpcException", hosted],
  ["InvalidParameterValue.InvalidTagValues", "no filter of DescribeServicesStatus takes tags"],
  ["InvalidParameterValue.InvalidVpcConfig", "a VPC is kept for reading back and means nothing here"],
  ["LimitExceeded", sharper],
  ["LimitExceeded.RequestLimitExceeded", "the endpoint's own RequestLimitExceeded is the only throttle"],
  ["OperationDenied", billing],
  ["ResourceInUse", sharper],
  ["ResourceInsufficient", billing],
  ["ResourceUnavailable", billing],
  ["ResourcesSoldOut", billing],
  ["UnauthorizedOperation", "an account may use every action on what it owns"],
  ["UnauthorizedOperation.AccessResource", "what another account owns is not found"],
  ["UnauthorizedOperation.UncertifiedUser", billing],
  ["UnsupportedOperation", sharper],
  ["UnsupportedOperation.AccountArrears", billing],
  ["UnsupportedOperation.BasicServiceNoMoreApi", billing],
  ["UnsupportedOperation.InvalidServiceTrade", billing],
  ["UnsupportedOperation.RequestPostError", hosted],
  ["UnsupportedOperation.UinNotInWhiteList", "manual keys are for everyone; the list was for their trial"],
  ["UnsupportedOperation.UnpackError", hosted],
  ["FailedOperation.ApiError", sharper],
  ["FailedOperation.ApiInOperation", serialised],
  ["FailedOperation.BackendDomainError", "whether a backend's name can be resolved is found out when it is called"],
  ["FailedOperation.CamException", hosted],
  ["FailedOperation.DomainNeedBeian", billing],
  ["FailedOperation.EIAMError", unsupportedAuth],
  ["FailedOperation.EbError", unsupportedBackend],
  ["FailedOperation.GetRoleError", hosted],
  ["FailedOperation.ScfError", sharper],
  ["FailedOperation.ServiceInOperation", serialised],
  ["FailedOperation.TagBindServiceError", hosted],
  ["FailedOperation.TaskAlreadyExist", serialised],
  ["InvalidParameter.BasicServiceNotAllowAttachPlugin", billing],
  ["InvalidParameterValue.IllegalProxyIp", "which addresses are refused is a setting of the gateway that calls them"],
  ["InvalidParameterValue.InvalidClb", "a load balancer is reached by its URL like any backend"],
  ["InvalidParameterValue.InvalidTsfConfig", unsupportedBackend],
  ["UnsupportedOperation.ModifyEIAMAuthApi", unsupportedAuth],
  ["UnsupportedOperation.ServiceExist", "an unknown service is ResourceNotFound.InvalidService"],
  ["UnsupportedOperation.TagsNotEmpty", "tags go with their service"],
  ["UnsupportedOperation.UnsupportedNetType", "an API has no net type of its own"],
]);

const noFormat = "an id of whatever form is looked up, and not found";
const noApi = "the action names no API";
const noService = "the action names no service";
const noMapping = "a plugin maps no parameters and has no path of its own";
const noFilters = "the action has no filters";
const ofKeys = "a code of other actions, listed here by mistake";
const ownDocs = "documents are built here, by no other system";
const runs = "every instance is running";
const inRows = "it is told in the row of the operation concerned";
const nothingRefused = "there is nothing left to refuse";

export const neverAnsweredBy: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    "CreateService",
    new Map([
      ["LimitExceeded.IpStrategyLimitExceeded", "a new service has no IP strategies"],
      ["InvalidParameterValue", sharper],
      ["ResourceNotFound", "a new service names no other resource"],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  ["ModifyService", new Map([["FailedOperation.ServiceError", sharper]])],
  [
    "DeleteService",
    new Map([
      ["FailedOperation.ServiceError", sharper],
      ["InvalidParameter.FormatError", noFormat],
      ["UnsupportedOperation.InvalidAction", sharper],
    ]),
  ],
  ["DescribeService", new Map([["InvalidParameter.FormatError", noFormat]])],
  [
    "DescribeServicesStatus",
    new Map([
      ["MissingParameter", "no parameter is required"],
      ["ResourceNotFound", "what no filter fits is an empty list"],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "CreateApi",
    new Map([
      ["FailedOperation.ServiceError", sharper],
      ["InvalidParameterValue.LimitExceeded", "no list of its parameters has a published limit"],
    ]),
  ],
  [
    "ModifyApi",
    new Map([
      ["FailedOperation.ServiceError", sharper],
      ["LimitExceeded.ApiCountLimitExceeded", "a change adds no API"],
    ]),
  ],
  [
    "DeleteApi",
    new Map([
      ["InvalidParameter.FormatError", noFormat],
      ["ResourceNotFound", sharper],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "DescribeApi",
    new Map([
      ["InvalidParameterValue.InvalidUpstream", "the action names no upstream"],
      ["FailedOperation.ServiceNotExist", sharper],
      ["InvalidParameter.FormatError", noFormat],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  ["CreateUpstream", new Map([["ResourceNotFound", "a new upstream names no other resource"]])],
  ["ModifyUpstream", new Map([["ResourceNotFound", "InvalidParameterValue.InvalidUpstream is answered"]])],
  [
    "DescribeUpstreams",
    new Map([
      ["ResourceNotFound.InvalidAccessKeyId", ofKeys],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "ImportOpenApi",
    new Map([
      ["InvalidParameterValue", sharper],
      ["InvalidParameterValue.InvalidServiceConfig", inRows],
      ["MissingParameter.BackendSpecificParam", inRows],
      ["UnsupportedOperation.InvalidAction", inRows],
    ]),
  ],
  [
    "DescribeApisStatus",
    new Map([
      ["FailedOperation.ServiceNotExist", sharper],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "ReleaseService",
    new Map([
      ["FailedOperation.ServiceError", "a service can always be released"],
      ["ResourceNotFound", sharper],
    ]),
  ],
  [
    "UnReleaseService",
    new Map([
      ["FailedOperation.ServiceError", "a service can always be taken offline"],
      ["ResourceNotFound", sharper],
    ]),
  ],
  [
    "CreateApiApp",
    new Map([
      ["FailedOperation.AccessKeyExist", "the key of a new app is made up"],
      ["LimitExceeded.ApiKeyCountLimitExceeded", "LimitExceeded.ApiAppCountLimitExceeded is answered"],
    ]),
  ],
  [
    "DeleteApiApp",
    new Map([
      ["InvalidParameter.FormatError", noFormat],
      ["ResourceNotFound.InvalidApi", noApi],
      ["ResourceNotFound.InvalidService", noService],
      ["UnsupportedOperation.UnsupportedDeleteApi", noApi],
    ]),
  ],
  [
    "ModifyApiApp",
    new Map([
      ["ResourceNotFound.InvalidApi", noApi],
      ["ResourceNotFound.InvalidService", noService],
      ["UnsupportedOperation.ResourceAssociated", "an app may change while it is bound"],
      ["UnsupportedOperation.UnsupportedDeleteApi", noApi],
    ]),
  ],
  [
    "UpdateApiAppKey",
    new Map([
      ["ResourceNotFound.InvalidApi", noApi],
      ["ResourceNotFound.InvalidService", noService],
      ["UnsupportedOperation.ResourceAssociated", "the key of a bound app may be replaced"],
      ["UnsupportedOperation.UnsupportedDeleteApi", noApi],
    ]),
  ],
  ["BindApiApp", new Map([["InvalidParameter.FormatError", noFormat]])],
  [
    "UnbindApiApp",
    new Map([
      ["InvalidParameter.FormatError", noFormat],
      ["UnsupportedOperation.ResourceAssociated", "the code of the opposite action"],
      ["UnsupportedOperation.UnsupportedBindEnvironment", "the code of the opposite action"],
    ]),
  ],
  ["DescribeApiAppsStatus", new Map([["UnsupportedOperation.InvalidAction", nothingRefused]])],
  [
    "BindEnvironment",
    new Map([
      ["FailedOperation.ServiceError", sharper],
      ["UnsupportedOperation.UnsupportedUnBindEnvironment", "the code of the opposite action"],
    ]),
  ],
  ["UnBindEnvironment", new Map([["FailedOperation.ServiceError", sharper]])],
  [
    "BindSubDomain",
    new Map([
      ["FailedOperation.CertificateIdEnterpriseWaitSubmit", billing],
      ["FailedOperation.CertificateIdUnderVerify", billing],
      ["FailedOperation.CertificateIdUnknownError", "a certificate file that can be read has no state of its own"],
      ["FailedOperation.FormatError", sharper],
      ["FailedOperation.IsDefaultMapping", "mappings sent along with the default mapping are not used, as published"],
      ["FailedOperation.ServiceError", sharper],
    ]),
  ],
  ["DescribeApiForApiApp", new Map([["FailedOperation.ServiceNotExist", sharper]])],
  [
    "DescribeServiceSubDomainMappings",
    new Map([
      ["FailedOperation.ServiceNotExist", sharper],
      ["InvalidParameter.FormatError", "a domain of whatever form is looked up, and not found"],
    ]),
  ],
  [
    "DescribeServiceSubDomains",
    new Map([
      ["FailedOperation.DescribeServiceSubDomainsError", "a failed store is InternalError"],
      ["FailedOperation.ServiceNotExist", sharper],
    ]),
  ],
  ["ModifySubDomain", new Map([["FailedOperation.ServiceNotExist", sharper]])],
  [
    "UnBindSubDomain",
    new Map([
      ["FailedOperation.ServiceError", sharper],
      ["FailedOperation.ServiceNotExist", sharper],
      ["InvalidParameter.FormatError", noFormat],
      ["UnsupportedOperation.InvalidStatus", nothingRefused],
    ]),
  ],
  [
    "CreatePlugin",
    new Map([
      ["InvalidParameterValue.InvalidApiRequestConfig", noMapping],
      ["InvalidParameterValue.InvalidServiceParam", noMapping],
      ["InvalidParameterValue.RangeExceeded", "a wrong figure in plugin data is InvalidPluginConfig"],
    ]),
  ],
  [
    "ModifyPlugin",
    new Map([
      ["FailedOperation.FormatError", sharper],
      ["FailedOperation.InvalidInputJSON", "data that is not JSON is InvalidParameter.FormatError"],
      ["InvalidParameterValue.InvalidApiRequestConfig", noMapping],
      ["InvalidParameterValue.InvalidRequestParameters", noMapping],
      ["InvalidParameterValue.InvalidServiceParam", noMapping],
      ["InvalidParameterValue.NotInOptions", "the type of a plugin does not change"],
    ]),
  ],
  [
    "AttachPlugin",
    new Map([
      ["FailedOperation.InvalidInputJSON", "the data was checked when it was stored"],
      ["FailedOperation.ServiceError", sharper],
      ["InvalidParameterValue.DuplicatePluginConfig", "InvalidParameter.DuplicatePluginConfig is answered"],
      ["InvalidParameterValue.InvalidServiceConfig", "the data was checked when it was stored"],
      ["InvalidParameterValue.TrafficControl", "limits of plugins and of plans bind side by side"],
      ["UnsupportedOperation.AttachPlugin", "every type of plugin can be attached"],
      ["UnsupportedOperation.BasicServiceNotAllowAttachPlugin", billing],
      ["UnsupportedOperation.InvalidEndpointType", "every kind of backend that is served takes every plugin"],
    ]),
  ],
  [
    "DetachPlugin",
    new Map([
      ["FailedOperation.ServiceError", sharper],
      [
        "InvalidParameterValue.InvalidEnvStatus",
        "an environment that is offline keeps its plugins, and they can be detached",
      ],
    ]),
  ],
  ["DeletePlugin", new Map([["InvalidParameter.FormatError", noFormat]])],
  [
    "DescribeAllPluginApis",
    new Map([
      ["FailedOperation.FormatError", sharper],
      ["InvalidParameterValue.InvalidFilterNotSupportedName", noFilters],
    ]),
  ],
  [
    "DescribePluginApis",
    new Map([
      ["InvalidParameterValue", sharper],
      ["InvalidParameterValue.InvalidFilterNotSupportedName", noFilters],
    ]),
  ],
  [
    "DescribePlugins",
    new Map([
      ["InvalidParameterValue", sharper],
      ["ResourceNotFound.InvalidPlugin", "an unknown id gives an empty list, which clients read as deleted"],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "DescribePluginsByApi",
    new Map([
      ["InvalidParameterValue.InvalidFilterNotSupportedName", noFilters],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  ["BindIPStrategy", new Map([["FailedOperation.ServiceError", sharper]])],
  ["CreateIPStrategy", new Map([["UnsupportedOperation.InvalidAction", nothingRefused]])],
  [
    "CreateExclusiveInstances",
    new Map([
      ["FailedOperation.AccessKeyExist", ofKeys],
      ["LimitExceeded.ApiKeyCountLimitExceeded", ofKeys],
    ]),
  ],
  [
    "DescribeExclusiveInstanceDetail",
    new Map([
      ["FailedOperation.ClsError", hosted],
      ["UnsupportedOperation.InvalidInstanceState", runs],
    ]),
  ],
  [
    "DescribeExclusiveInstanceRegions",
    new Map([
      ["FailedOperation.ClsError", hosted],
      ["FailedOperation.InstanceNotExist", "it names no instance"],
      ["UnsupportedOperation.InvalidInstanceState", runs],
    ]),
  ],
  [
    "DescribeExclusiveInstances",
    new Map([
      ["FailedOperation.ClsError", hosted],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "DescribeExclusiveInstancesStatus",
    new Map([
      ["FailedOperation.ClsError", hosted],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "DescribeInstancesNetworkConfig",
    new Map([
      ["InvalidParameterValue.InvalidFilterNotSupportedName", "it takes no filters"],
      ["ResourceNotFound.InvalidService", "it names no service"],
    ]),
  ],
  [
    "ModifyExclusiveInstance",
    new Map([
      ["FailedOperation.AccessKeyExist", ofKeys],
      ["FailedOperation.ApiBindEnvironmen", ofKeys],
      ["UnsupportedOperation.InvalidInstanceState", runs],
    ]),
  ],
  [
    "CreateAPIDoc",
    new Map([
      ["FailedOperation.AccessKeyExist", ofKeys],
      ["FailedOperation.ApiBindEnvironmen", ofKeys],
      ["FailedOperation.ApiBindEnvironment", ofKeys],
      ["FailedOperation.CodingError", ownDocs],
      ["ResourceNotFound", sharper],
      ["ResourceNotFound.InvalidAccessKeyId", ofKeys],
    ]),
  ],
  ["ModifyAPIDoc", new Map([["FailedOperation.CodingError", ownDocs]])],
  [
    "BuildAPIDoc",
    new Map([
      ["FailedOperation.CodingError", ownDocs],
      ["InvalidParameter.FormatError", noFormat],
      ["ResourceNotFound.InvalidApi", "needs every API of a document to be deleted; see its own test"],
      ["ResourceNotFound.InvalidService", "a document goes with its service"],
    ]),
  ],
  [
    "DescribeAPIDocDetail",
    new Map([
      ["FailedOperation.CodingError", ownDocs],
      ["InvalidParameter.FormatError", noFormat],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  [
    "ResetAPIDocPassword",
    new Map([
      ["FailedOperation.CodingError", ownDocs],
      ["InvalidParameter.FormatError", noFormat],
    ]),
  ],
  ["DeleteAPIDoc", new Map([["InvalidParameter.FormatError", noFormat]])],
  [
    "DescribeAPIDocs",
    new Map([
      ["InvalidParameterValue.InvalidFilterNotSupportedName", "it takes no filters"],
      ["ResourceNotFound", "where there is no document the list is empty"],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
]);
