/** Parameters of CreateApi for an API that answers by itself. */
export function mock(serviceId: unknown) {
  return {
    serviceId: String(serviceId),
    "requestConfig.path": "/mock",
    "requestConfig.method": "GET",
    serviceType: "Mock",
    serviceTimeout: "15",
    serviceMockReturnMessage: "hello",
  };
}
