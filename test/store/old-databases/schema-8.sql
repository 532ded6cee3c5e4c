insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795377620445);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjWtrKU0B7_1qrzfBNQ40aWi4Yr4N_woARWXFbCaIedxO6xRJ2dvPgVWuv9es5TP');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-vngmfudr', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795377620575, 1795377620575),
  ('service-jqc3d1xx', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377620668, 1795377620668),
  ('service-l5ypl0fh', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377621281, 1795377621281),
  ('service-jt8q5pkn', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-dng2442j', '[]', 1795377621439, 1795377621439),
  ('service-d0onsans', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377621566, 1795377621566),
  ('service-h2rpcuv2', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377621754, 1795377621754);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-y2ma4pyz', 1251006373, 'ap-guangzhou', 'service-vngmfudr', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795377620719, 1795377620719, 'NORMAL', null, null),
  ('api-08anlmyy', 1251006373, 'ap-guangzhou', 'service-vngmfudr', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377620756, 1795377620756, 'NORMAL', null, null),
  ('api-1h34xaua', 1251006373, 'ap-guangzhou', 'service-l5ypl0fh', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377621304, 1795377621304, 'NORMAL', null, null),
  ('api-p5b48vpd', 1251006373, 'ap-guangzhou', 'service-l5ypl0fh', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377621328, 1795377621328, 'OAUTH', null, null),
  ('api-fpmkkyxg', 1251006373, 'ap-guangzhou', 'service-l5ypl0fh', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-p5b48vpd"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377621344, 1795377621344, 'NORMAL', 'api-p5b48vpd', null),
  ('api-s7xz80v3', 1251006373, 'ap-guangzhou', 'service-jt8q5pkn', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377621460, 1795377621460, 'NORMAL', null, null),
  ('api-vidb2wdg', 1251006373, 'ap-guangzhou', 'service-d0onsans', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377621577, 1795377621577, 'NORMAL', null, null),
  ('api-eqt4gz11', 1251006373, 'ap-guangzhou', 'service-h2rpcuv2', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-jr0z36ee"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377621791, 1795377621791, 'NORMAL', null, 'upstream-jr0z36ee'),
  ('api-ibk7ayod', 1251006373, 'ap-guangzhou', 'service-h2rpcuv2', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377621814, 1795377621865, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-vngmfudr', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-vngmfudr', 'api-08anlmyy', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-sk8q7gl0', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795377620990, 1795377620990),
  ('usagePlan-0l2r3eat', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795377621001, 1795377621001),
  ('usagePlan-p1stbgzd', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795377621010, 1795377621010);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjUBJrGEBaiy7DfGKbiezc-xWrsYgz_HziGAohQ6AK3iQH-Ds7OjIyYKDwL3txdTM-PRqg', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795377621028, 1795377621028),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjV58bg2ZgNz_30FHOThAw2hQ67a_wa_qExuA8SqLIkLOkECTlVEa7q573s', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795377621054, 1795377621087);
insert into memberships (plan_id, key_id, added_at, key_created_at) values
  ('usagePlan-sk8q7gl0', 'AKIDshop', 1795377621074, 1795377621028),
  ('usagePlan-sk8q7gl0', 'AKIDoff', 1795377621074, 1795377621054),
  ('usagePlan-0l2r3eat', 'AKIDshop', 1795377621137, 1795377621028);
insert into bindings (plan_id, service_id, environment, api_id, created_at, service_created_at, plan_created_at, api_created_at) values
  ('usagePlan-sk8q7gl0', 'service-vngmfudr', 'release', '', 1795377621150, 1795377620575, 1795377620990, null),
  ('usagePlan-0l2r3eat', 'service-vngmfudr', 'test', 'api-y2ma4pyz', 1795377621182, 1795377620575, 1795377621001, 1795377620719);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-sk8q7gl0', 'service-vngmfudr', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122200020f57d1e84-f6f3-4c69-b9d2-424de9a4e347', 'service-vngmfudr', 'to release', 1795377620818),
  ('2026112220002065f521f0-99bc-4982-b8ff-3c208f3e8f19', 'service-vngmfudr', 'to release', 1795377620871),
  ('202611222000200ceebdf0-2b30-48a3-b988-dd744de5c7f7', 'service-vngmfudr', 'to test', 1795377620886),
  ('20261122200020eae6cc59-3d63-49b4-962d-3af45de46c1f', 'service-vngmfudr', 'to prepub', 1795377620903),
  ('202611222000211e6f561d-e314-40aa-aad5-346f5b44d365', 'service-l5ypl0fh', 'to release', 1795377621353),
  ('202611222000210f733d08-4fe2-42b5-a190-e2d735d959cb', 'service-jt8q5pkn', 'to release', 1795377621474),
  ('20261122200021b453fa21-c7f0-46b1-9a10-c4d250eb99af', 'service-d0onsans', 'to release', 1795377621605),
  ('20261122200021c954ca55-da97-4c5f-9f68-e376780894d7', 'service-d0onsans', 'to test', 1795377621616),
  ('2026112220002174b11193-03a3-4d9a-bfa6-a58f8261e2c9', 'service-h2rpcuv2', 'to release', 1795377621832);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-vngmfudr', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-vngmfudr', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-vngmfudr', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-l5ypl0fh', 'SorrLvqu3UHIY7f7HfmtZVroDR585otLsD-YvZp7M6s', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-p5b48vpd"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-l5ypl0fh', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-l5ypl0fh', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-jt8q5pkn', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-d0onsans', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-d0onsans', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-h2rpcuv2', 'EjZrN72Zz41LuMEEE2_USL-VHOKOtqMz32Ma-_KcRJk', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-jr0z36ee"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-jr0z36ee'),
  ('service-h2rpcuv2', 'l2K-hXgojAIDFZwQcOuEc6h6eWoehcifhek6V7hroqU', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-jr0z36ee"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-jr0z36ee');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at, former_upstream_id) values
  ('20261122200020f57d1e84-f6f3-4c69-b9d2-424de9a4e347', 'api-9ju8dud3', 'service-vngmfudr', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795377620794, 1795377620794, null),
  ('20261122200020f57d1e84-f6f3-4c69-b9d2-424de9a4e347', 'api-08anlmyy', 'service-vngmfudr', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377620756, 1795377620756, null),
  ('20261122200020f57d1e84-f6f3-4c69-b9d2-424de9a4e347', 'api-y2ma4pyz', 'service-vngmfudr', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377620719, 1795377620719, null),
  ('2026112220002065f521f0-99bc-4982-b8ff-3c208f3e8f19', 'api-08anlmyy', 'service-vngmfudr', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377620756, 1795377620756, null),
  ('2026112220002065f521f0-99bc-4982-b8ff-3c208f3e8f19', 'api-y2ma4pyz', 'service-vngmfudr', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377620719, 1795377620719, null),
  ('202611222000200ceebdf0-2b30-48a3-b988-dd744de5c7f7', 'api-08anlmyy', 'service-vngmfudr', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377620756, 1795377620756, null),
  ('202611222000200ceebdf0-2b30-48a3-b988-dd744de5c7f7', 'api-y2ma4pyz', 'service-vngmfudr', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377620719, 1795377620719, null),
  ('20261122200020eae6cc59-3d63-49b4-962d-3af45de46c1f', 'api-08anlmyy', 'service-vngmfudr', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377620756, 1795377620756, null),
  ('20261122200020eae6cc59-3d63-49b4-962d-3af45de46c1f', 'api-y2ma4pyz', 'service-vngmfudr', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377620719, 1795377620719, null),
  ('202611222000211e6f561d-e314-40aa-aad5-346f5b44d365', 'api-fpmkkyxg', 'service-l5ypl0fh', 'SorrLvqu3UHIY7f7HfmtZVroDR585otLsD-YvZp7M6s', '[]', 1795377621344, 1795377621344, null),
  ('202611222000211e6f561d-e314-40aa-aad5-346f5b44d365', 'api-p5b48vpd', 'service-l5ypl0fh', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795377621328, 1795377621328, null),
  ('202611222000211e6f561d-e314-40aa-aad5-346f5b44d365', 'api-1h34xaua', 'service-l5ypl0fh', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795377621304, 1795377621304, null),
  ('202611222000210f733d08-4fe2-42b5-a190-e2d735d959cb', 'api-s7xz80v3', 'service-jt8q5pkn', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795377621460, 1795377621460, null),
  ('20261122200021b453fa21-c7f0-46b1-9a10-c4d250eb99af', 'api-j2pa0fgr', 'service-d0onsans', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377621590, 1795377621590, null),
  ('20261122200021b453fa21-c7f0-46b1-9a10-c4d250eb99af', 'api-vidb2wdg', 'service-d0onsans', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377621577, 1795377621577, null),
  ('20261122200021c954ca55-da97-4c5f-9f68-e376780894d7', 'api-j2pa0fgr', 'service-d0onsans', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377621590, 1795377621590, null),
  ('20261122200021c954ca55-da97-4c5f-9f68-e376780894d7', 'api-vidb2wdg', 'service-d0onsans', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377621577, 1795377621577, null),
  ('2026112220002174b11193-03a3-4d9a-bfa6-a58f8261e2c9', 'api-ibk7ayod', 'service-h2rpcuv2', 'EjZrN72Zz41LuMEEE2_USL-VHOKOtqMz32Ma-_KcRJk', '[]', 1795377621814, 1795377621814, 'upstream-jr0z36ee'),
  ('2026112220002174b11193-03a3-4d9a-bfa6-a58f8261e2c9', 'api-eqt4gz11', 'service-h2rpcuv2', 'l2K-hXgojAIDFZwQcOuEc6h6eWoehcifhek6V7hroqU', '[]', 1795377621791, 1795377621791, null);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-vngmfudr', 'release', '20261122200020f57d1e84-f6f3-4c69-b9d2-424de9a4e347', 1795377620950),
  ('service-vngmfudr', 'test', '202611222000200ceebdf0-2b30-48a3-b988-dd744de5c7f7', 1795377620886),
  ('service-l5ypl0fh', 'release', '202611222000211e6f561d-e314-40aa-aad5-346f5b44d365', 1795377621353),
  ('service-jt8q5pkn', 'release', '202611222000210f733d08-4fe2-42b5-a190-e2d735d959cb', 1795377621474),
  ('service-d0onsans', 'release', '20261122200021b453fa21-c7f0-46b1-9a10-c4d250eb99af', 1795377621605),
  ('service-d0onsans', 'test', '20261122200021c954ca55-da97-4c5f-9f68-e376780894d7', 1795377621616),
  ('service-h2rpcuv2', 'release', '2026112220002174b11193-03a3-4d9a-bfa6-a58f8261e2c9', 1795377621832);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-vngmfudr', 'release', '20261122200020f57d1e84-f6f3-4c69-b9d2-424de9a4e347', 'to release', 1795377620818),
  (2, 'service-vngmfudr', 'release', '2026112220002065f521f0-99bc-4982-b8ff-3c208f3e8f19', 'to release', 1795377620871),
  (3, 'service-vngmfudr', 'test', '202611222000200ceebdf0-2b30-48a3-b988-dd744de5c7f7', 'to test', 1795377620886),
  (4, 'service-vngmfudr', 'prepub', '20261122200020eae6cc59-3d63-49b4-962d-3af45de46c1f', 'to prepub', 1795377620903),
  (5, 'service-vngmfudr', 'release', '20261122200020f57d1e84-f6f3-4c69-b9d2-424de9a4e347', 'back', 1795377620950),
  (6, 'service-l5ypl0fh', 'release', '202611222000211e6f561d-e314-40aa-aad5-346f5b44d365', 'to release', 1795377621353),
  (7, 'service-jt8q5pkn', 'release', '202611222000210f733d08-4fe2-42b5-a190-e2d735d959cb', 'to release', 1795377621474),
  (8, 'service-d0onsans', 'release', '20261122200021b453fa21-c7f0-46b1-9a10-c4d250eb99af', 'to release', 1795377621605),
  (9, 'service-d0onsans', 'test', '20261122200021c954ca55-da97-4c5f-9f68-e376780894d7', 'to test', 1795377621616),
  (10, 'service-h2rpcuv2', 'release', '2026112220002174b11193-03a3-4d9a-bfa6-a58f8261e2c9', 'to release', 1795377621832);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-vngmfudr'),
  (2, 'service', 'service-jqc3d1xx'),
  (3, 'environment', 'service-vngmfudr/release'),
  (4, 'service', 'service-vngmfudr'),
  (5, 'environment', 'service-vngmfudr/release'),
  (6, 'environment', 'service-vngmfudr/test'),
  (7, 'environment', 'service-vngmfudr/prepub'),
  (8, 'environment', 'service-vngmfudr/prepub'),
  (9, 'environment', 'service-vngmfudr/release'),
  (10, 'service', 'service-vngmfudr'),
  (11, 'service', 'service-vngmfudr'),
  (12, 'usage-plan', 'usagePlan-sk8q7gl0'),
  (13, 'usage-plan', 'usagePlan-0l2r3eat'),
  (14, 'usage-plan', 'usagePlan-p1stbgzd'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-vngmfudr'),
  (22, 'service', 'service-vngmfudr'),
  (23, 'service', 'service-l5ypl0fh'),
  (24, 'environment', 'service-l5ypl0fh/release'),
  (25, 'api-app', 'app-wv9jnbpu'),
  (26, 'api-app', 'app-wv9jnbpu'),
  (27, 'app-bindings', 'service-l5ypl0fh/release/api-1h34xaua'),
  (28, 'app-bindings', 'service-l5ypl0fh/test/api-1h34xaua'),
  (29, 'service', 'service-jt8q5pkn'),
  (30, 'environment', 'service-jt8q5pkn/release'),
  (31, 'service', 'service-jt8q5pkn'),
  (32, 'service', 'service-jt8q5pkn'),
  (33, 'service', 'service-d0onsans'),
  (34, 'environment', 'service-d0onsans/release'),
  (35, 'environment', 'service-d0onsans/test'),
  (36, 'service', 'service-d0onsans'),
  (37, 'service', 'service-d0onsans'),
  (38, 'service', 'service-d0onsans'),
  (39, 'service', 'service-d0onsans'),
  (40, 'service', 'service-h2rpcuv2'),
  (41, 'upstream', 'upstream-jr0z36ee'),
  (42, 'environment', 'service-h2rpcuv2/release'),
  (43, 'api-app', 'app-wv9jnbpu');
insert into settings (name, value) values
  ('key-check', 'ASnJCjXhLIXGoh-S8-B7cSQ3pFNUPzu80f87mEohE9nUIcbLDwLn0WQ');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at, tags) values
  ('app-wv9jnbpu', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjUsMI5vW4uc7jfmcm8EecfYLiG3BzGhrc9U5PIR8HNE6DnSanoVjpnEBnhb30PhRMK8', 1795377621364, 1795377621378, '[{"key":"team","value":"apiAppKey"}]');
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at, api_name, app_name) values
  ('app-wv9jnbpu', 'service-l5ypl0fh', 'release', 'api-1h34xaua', 1795377621395, 'for_apps', 'shop_app'),
  ('app-wv9jnbpu', 'service-l5ypl0fh', 'test', 'api-1h34xaua', 1795377621410, 'for_apps', 'shop_app');
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-jt8q5pkn', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795377621508, 1795377621508),
  ('plain.example.com', 'service-jt8q5pkn', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795377621531, 1795377621531);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-dng2442j', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795377621425, '[]', 1795377621425, 1795377621425);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-9so3qcdb', 1251006373, 'ap-guangzhou', 'Shop', 'service-jt8q5pkn', 'release', '["api-s7xz80v3"]', 'ASnJCjUDuqvG9gfZsBc2KtiG0a6zSQnAopsK6cPFQxQvMHd-xyH6', 1, 0, '[]', 1795377621553, 1795377621553, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>202611222000210f733d08-4fe2-42b5-a190-e2d735d959cb</code> at <code>http://service-jt8q5pkn-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-s7xz80v3">documented</a></li></ul>
<section id="api-s7xz80v3"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "202611222000210f733d08-4fe2-42b5-a190-e2d735d959cb"
  },
  "servers": [
    {
      "url": "http://service-jt8q5pkn-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-s7xz80v3",
        "summary": "documented",
        "x-apigw-path": "/mock",
        "parameters": [],
        "responses": {
          "200": {
            "description": "Success."
          },
          "default": {
            "description": "Any other answer."
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "keyPair": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "An HMAC signature made with an API key."
      },
      "apiApp": {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": "An HMAC signature made by an API app."
      },
      "token": {
        "type": "http",
        "scheme": "bearer"
      }
    }
  }
}');
insert into plugins (id, app_id, region, name, type, data, description, created_at, modified_at, tags) values
  ('plugin-ee0s596s', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795377621627, 1795377621627, '[]'),
  ('plugin-6u0t4kpn', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795377621652, 1795377621652, '[{"key":"team","value":"plugin"}]');
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at, has_draft) values
  ('plugin-ee0s596s', 'service-d0onsans', 'release', 'api-vidb2wdg', 1795377621661, 1),
  ('plugin-ee0s596s', 'service-d0onsans', 'release', 'api-j2pa0fgr', 1795377621661, 0);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-tkof9kld', 'service-d0onsans', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795377621673, 1795377621673);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at, has_draft, api_created_at, is_latest) values
  ('IPStrategy-tkof9kld', 'service-d0onsans', 'release', 'api-vidb2wdg', 1795377621695, 1, 1795377621577, 0),
  ('IPStrategy-tkof9kld', 'service-d0onsans', 'release', 'api-j2pa0fgr', 1795377621695, 0, 1795377621590, 0),
  ('IPStrategy-tkof9kld', 'service-d0onsans', 'test', 'api-vidb2wdg', 1795377621721, 1, 1795377621577, 1),
  ('IPStrategy-tkof9kld', 'service-d0onsans', 'test', 'api-j2pa0fgr', 1795377621721, 0, 1795377621590, 1);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-jr0z36ee', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"isActiveEnabled":false,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795377621766, 1795377621766);
