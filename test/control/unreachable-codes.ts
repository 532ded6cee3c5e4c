// Codes that are published for the actions Turnpike serves and do not occur in it.

const hosted = "a service of the hosted product that does not exist here";
const billing = "a commercial or legal state of the hosted product";
const sharper = "a sharper code is answered";
const serialised = "calls that write run one after the other";
const unsupportedBackend = "such backends are refused as a kind, with UnsupportedOperation.InvalidEndpointType";
const unsupportedAuth = "such authentication is refused as a kind, with UnsupportedOperation.InvalidAction";

export const neverAnswered: ReadonlyMap<string, string> = new Map([
  ["AuthFailure", "the endpoint refuses the signature before, with a sharper code"],
  ["DryRunOperation", "no parameter asks for a dry run"],
  ["FailedOperation", sharper],
  ["InternalError", "a fault of Turnpike itself, which no call brings about"],
  ["InternalError.ApigwException", hosted],
  ["InternalError.CamException", hosted],
  ["InternalError.CauthException", hosted],
  ["InternalError.ClbException", hosted],
  ["InternalError.DbException", "a failed store is InternalError"],
  ["InternalError.OssException", "a failed store is InternalError"],
  ["InternalError.ReturnableException", hosted],
  ["InternalError.ScfException", hosted],
  ["InternalError.TsfException", hosted],
  ["InternalError.VpcException", hosted],
  ["InvalidParameterValue.InvalidRegion", "the endpoint refuses an unknown region before, for every action"],
  ["InvalidParameterValue.InvalidTagValues", "no filter of DescribeServicesStatus takes tags"],
  ["InvalidParameterValue.InvalidVpcConfig", "a VPC is kept for reading back and means nothing here"],
  ["LimitExceeded", sharper],
  ["LimitExceeded.IpStrategyLimitExceeded", "no IP strategy is made by these actions"],
  ["LimitExceeded.RequestLimitExceeded", "the endpoint's own RequestLimitExceeded is the only throttle"],
  ["OperationDenied", billing],
  ["RequestLimitExceeded", "answered by the endpoint to whoever calls too often; see its own test"],
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
  ["FailedOperation.ScfError", unsupportedBackend],
  ["FailedOperation.ServiceInOperation", serialised],
  ["FailedOperation.ServiceNotExist", "ResourceNotFound.InvalidService is answered"],
  ["FailedOperation.TagBindServiceError", hosted],
  ["FailedOperation.TaskAlreadyExist", serialised],
  ["InvalidParameter.BasicServiceNotAllowAttachPlugin", billing],
  ["InvalidParameterValue.IllegalProxyIp", "which addresses are refused is a setting of the gateway that calls them"],
  ["InvalidParameterValue.InvalidClb", "a load balancer is reached by its URL like any backend"],
  ["InvalidParameterValue.InvalidPublicKey", unsupportedAuth],
  ["InvalidParameterValue.InvalidScfConfig", unsupportedBackend],
  ["InvalidParameterValue.InvalidServiceType", unsupportedBackend],
  ["InvalidParameterValue.InvalidTsfConfig", unsupportedBackend],
  ["InvalidParameterValue.InvalidUpstream", unsupportedBackend],
  ["InvalidParameterValue.InvalidWSMethod", unsupportedBackend],
  ["ResourceNotFound.InvalidOauthApi", unsupportedAuth],
  ["UnsupportedOperation.ModifyEIAMAuthApi", unsupportedAuth],
  ["UnsupportedOperation.ServiceExist", "an unknown service is ResourceNotFound.InvalidService"],
  ["UnsupportedOperation.TagsNotEmpty", "no action takes tags off a service, so they go with it"],
  ["UnsupportedOperation.UnsupportedDeleteApi", unsupportedAuth],
  ["UnsupportedOperation.UnsupportedDeleteService", "no custom domain can be attached yet"],
  ["UnsupportedOperation.UnsupportedNetType", "an API has no net type of its own"],
]);

const noFormat = "an id of whatever form is looked up, and not found";
const noApps = "no API app can be bound yet";
const nothingRefused = "there is nothing left to refuse";

export const neverAnsweredBy: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    "CreateService",
    new Map([
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
      ["UnsupportedOperation.ResourceAssociated", noApps],
    ]),
  ],
  [
    "DescribeApi",
    new Map([
      ["InvalidParameter.FormatError", noFormat],
      ["UnsupportedOperation.InvalidAction", nothingRefused],
    ]),
  ],
  ["DescribeApisStatus", new Map([["UnsupportedOperation.InvalidAction", nothingRefused]])],
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
  ["ModifyApiEnvironmentStrategy", new Map([["InvalidParameter.FormatError", noFormat]])],
  [
    "BindEnvironment",
    new Map([
      ["FailedOperation.ServiceError", sharper],
      ["UnsupportedOperation.UnsupportedUnBindEnvironment", "the code of the opposite action"],
    ]),
  ],
  ["UnBindEnvironment", new Map([["FailedOperation.ServiceError", sharper]])],
]);
