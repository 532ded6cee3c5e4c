insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795374912593);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjWHlMs8L5v-_DWnLe1Q_gxHWwknWnLB32fsYh_IkT2Mj7f1OwrONDIF3iHS30qm');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-dbro4uwy', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795374912696, 1795374912696),
  ('service-a8o0kowi', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374912741, 1795374912741),
  ('service-e4ogg325', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374913281, 1795374913281),
  ('service-clsxim1r', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-fnv2qmq8', '[]', 1795374913444, 1795374913444),
  ('service-x41jkink', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374913567, 1795374913567),
  ('service-obzek4ar', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374913753, 1795374913753);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-6wjzt00h', 1251006373, 'ap-guangzhou', 'service-dbro4uwy', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795374912773, 1795374912773, 'NORMAL', null, null),
  ('api-79y6shra', 1251006373, 'ap-guangzhou', 'service-dbro4uwy', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374912800, 1795374912800, 'NORMAL', null, null),
  ('api-eh9ryl8q', 1251006373, 'ap-guangzhou', 'service-e4ogg325', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374913294, 1795374913294, 'NORMAL', null, null),
  ('api-a0dn349d', 1251006373, 'ap-guangzhou', 'service-e4ogg325', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374913304, 1795374913304, 'OAUTH', null, null),
  ('api-86yz0k4f', 1251006373, 'ap-guangzhou', 'service-e4ogg325', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-a0dn349d"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374913332, 1795374913332, 'NORMAL', 'api-a0dn349d', null),
  ('api-vvc5f2cp', 1251006373, 'ap-guangzhou', 'service-clsxim1r', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374913460, 1795374913460, 'NORMAL', null, null),
  ('api-cw5029as', 1251006373, 'ap-guangzhou', 'service-x41jkink', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374913579, 1795374913579, 'NORMAL', null, null),
  ('api-a748hg48', 1251006373, 'ap-guangzhou', 'service-obzek4ar', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-djbw66d6"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374913808, 1795374913808, 'NORMAL', null, 'upstream-djbw66d6'),
  ('api-ilj222l0', 1251006373, 'ap-guangzhou', 'service-obzek4ar', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374913822, 1795374913844, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-dbro4uwy', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-dbro4uwy', 'api-79y6shra', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-74lyrkd3', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795374913031, 1795374913031),
  ('usagePlan-icma86ec', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795374913043, 1795374913043),
  ('usagePlan-ywwkxr9q', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795374913053, 1795374913053);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjVanRE3_2jLwqISRUjunZX5gTpqfJdOYUIXJDfeXTD3V1VgUbGWjAR-vHPys6pg2DpZuQ', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795374913066, 1795374913066),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjW3yr26X-lkTs-s27Q4FntoVpt9tkl7LyCP6JmivJk6W-ugUEFGcFkk9p0', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795374913094, 1795374913125);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-74lyrkd3', 'AKIDshop', 1795374913106),
  ('usagePlan-74lyrkd3', 'AKIDoff', 1795374913106),
  ('usagePlan-icma86ec', 'AKIDshop', 1795374913138);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-74lyrkd3', 'service-dbro4uwy', 'release', '', 1795374913154),
  ('usagePlan-icma86ec', 'service-dbro4uwy', 'test', 'api-6wjzt00h', 1795374913185);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-74lyrkd3', 'service-dbro4uwy', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('2026112219151204803e05-f06f-4416-b203-2e5bfd9c0571', 'service-dbro4uwy', 'to release', 1795374912848),
  ('202611221915120a6599c6-d5d7-49a9-a5ba-85646efe6b55', 'service-dbro4uwy', 'to release', 1795374912906),
  ('20261122191512bfcbaa05-13ca-4f4e-b983-02d83e00afcc', 'service-dbro4uwy', 'to test', 1795374912920),
  ('20261122191512fbac1fa6-5fb9-46bb-9bb8-833acca186a1', 'service-dbro4uwy', 'to prepub', 1795374912939),
  ('2026112219151326a00f54-c2a6-4844-ac26-155d8277c259', 'service-e4ogg325', 'to release', 1795374913350),
  ('202611221915134c5623a8-612a-4414-8729-224d8691ff13', 'service-clsxim1r', 'to release', 1795374913470),
  ('202611221915132efcfe3c-9999-422e-ae07-65ab66088d6c', 'service-x41jkink', 'to release', 1795374913603),
  ('20261122191513f7be03e8-a9fa-4218-b8ae-44355dab53aa', 'service-x41jkink', 'to test', 1795374913616),
  ('202611221915138ecb56ab-dacc-4962-9458-1360da0b3677', 'service-obzek4ar', 'to release', 1795374913831);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-dbro4uwy', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-dbro4uwy', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-dbro4uwy', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-e4ogg325', 'C2c7kiZze_KK97UVv1XqmGR491p___SnjrdLiHIuBP8', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-a0dn349d"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-e4ogg325', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-e4ogg325', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-clsxim1r', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-x41jkink', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-x41jkink', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-obzek4ar', 'wyEzu_rniyChKJle8Wj8R_7nz-ebI88NcgcKdE_JQC8', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-djbw66d6"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-djbw66d6'),
  ('service-obzek4ar', 'rM48sQspl6-UuipfETiaSDdLjid2v9Qwq76_8vdmXpA', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-djbw66d6"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-djbw66d6');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('2026112219151204803e05-f06f-4416-b203-2e5bfd9c0571', 'api-v4evsge0', 'service-dbro4uwy', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795374912818, 1795374912818),
  ('2026112219151204803e05-f06f-4416-b203-2e5bfd9c0571', 'api-79y6shra', 'service-dbro4uwy', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374912800, 1795374912800),
  ('2026112219151204803e05-f06f-4416-b203-2e5bfd9c0571', 'api-6wjzt00h', 'service-dbro4uwy', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374912773, 1795374912773),
  ('202611221915120a6599c6-d5d7-49a9-a5ba-85646efe6b55', 'api-79y6shra', 'service-dbro4uwy', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374912800, 1795374912800),
  ('202611221915120a6599c6-d5d7-49a9-a5ba-85646efe6b55', 'api-6wjzt00h', 'service-dbro4uwy', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374912773, 1795374912773),
  ('20261122191512bfcbaa05-13ca-4f4e-b983-02d83e00afcc', 'api-79y6shra', 'service-dbro4uwy', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374912800, 1795374912800),
  ('20261122191512bfcbaa05-13ca-4f4e-b983-02d83e00afcc', 'api-6wjzt00h', 'service-dbro4uwy', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374912773, 1795374912773),
  ('20261122191512fbac1fa6-5fb9-46bb-9bb8-833acca186a1', 'api-79y6shra', 'service-dbro4uwy', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374912800, 1795374912800),
  ('20261122191512fbac1fa6-5fb9-46bb-9bb8-833acca186a1', 'api-6wjzt00h', 'service-dbro4uwy', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374912773, 1795374912773),
  ('2026112219151326a00f54-c2a6-4844-ac26-155d8277c259', 'api-86yz0k4f', 'service-e4ogg325', 'C2c7kiZze_KK97UVv1XqmGR491p___SnjrdLiHIuBP8', '[]', 1795374913332, 1795374913332),
  ('2026112219151326a00f54-c2a6-4844-ac26-155d8277c259', 'api-a0dn349d', 'service-e4ogg325', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795374913304, 1795374913304),
  ('2026112219151326a00f54-c2a6-4844-ac26-155d8277c259', 'api-eh9ryl8q', 'service-e4ogg325', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795374913294, 1795374913294),
  ('202611221915134c5623a8-612a-4414-8729-224d8691ff13', 'api-vvc5f2cp', 'service-clsxim1r', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795374913460, 1795374913460),
  ('202611221915132efcfe3c-9999-422e-ae07-65ab66088d6c', 'api-yqay2fnt', 'service-x41jkink', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374913588, 1795374913588),
  ('202611221915132efcfe3c-9999-422e-ae07-65ab66088d6c', 'api-cw5029as', 'service-x41jkink', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374913579, 1795374913579),
  ('20261122191513f7be03e8-a9fa-4218-b8ae-44355dab53aa', 'api-yqay2fnt', 'service-x41jkink', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374913588, 1795374913588),
  ('20261122191513f7be03e8-a9fa-4218-b8ae-44355dab53aa', 'api-cw5029as', 'service-x41jkink', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374913579, 1795374913579),
  ('202611221915138ecb56ab-dacc-4962-9458-1360da0b3677', 'api-ilj222l0', 'service-obzek4ar', 'wyEzu_rniyChKJle8Wj8R_7nz-ebI88NcgcKdE_JQC8', '[]', 1795374913822, 1795374913822),
  ('202611221915138ecb56ab-dacc-4962-9458-1360da0b3677', 'api-a748hg48', 'service-obzek4ar', 'rM48sQspl6-UuipfETiaSDdLjid2v9Qwq76_8vdmXpA', '[]', 1795374913808, 1795374913808);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-dbro4uwy', 'release', '2026112219151204803e05-f06f-4416-b203-2e5bfd9c0571', 1795374912982),
  ('service-dbro4uwy', 'test', '20261122191512bfcbaa05-13ca-4f4e-b983-02d83e00afcc', 1795374912920),
  ('service-e4ogg325', 'release', '2026112219151326a00f54-c2a6-4844-ac26-155d8277c259', 1795374913350),
  ('service-clsxim1r', 'release', '202611221915134c5623a8-612a-4414-8729-224d8691ff13', 1795374913470),
  ('service-x41jkink', 'release', '202611221915132efcfe3c-9999-422e-ae07-65ab66088d6c', 1795374913603),
  ('service-x41jkink', 'test', '20261122191513f7be03e8-a9fa-4218-b8ae-44355dab53aa', 1795374913616),
  ('service-obzek4ar', 'release', '202611221915138ecb56ab-dacc-4962-9458-1360da0b3677', 1795374913831);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-dbro4uwy', 'release', '2026112219151204803e05-f06f-4416-b203-2e5bfd9c0571', 'to release', 1795374912848),
  (2, 'service-dbro4uwy', 'release', '202611221915120a6599c6-d5d7-49a9-a5ba-85646efe6b55', 'to release', 1795374912906),
  (3, 'service-dbro4uwy', 'test', '20261122191512bfcbaa05-13ca-4f4e-b983-02d83e00afcc', 'to test', 1795374912920),
  (4, 'service-dbro4uwy', 'prepub', '20261122191512fbac1fa6-5fb9-46bb-9bb8-833acca186a1', 'to prepub', 1795374912939),
  (5, 'service-dbro4uwy', 'release', '2026112219151204803e05-f06f-4416-b203-2e5bfd9c0571', 'back', 1795374912982),
  (6, 'service-e4ogg325', 'release', '2026112219151326a00f54-c2a6-4844-ac26-155d8277c259', 'to release', 1795374913350),
  (7, 'service-clsxim1r', 'release', '202611221915134c5623a8-612a-4414-8729-224d8691ff13', 'to release', 1795374913470),
  (8, 'service-x41jkink', 'release', '202611221915132efcfe3c-9999-422e-ae07-65ab66088d6c', 'to release', 1795374913603),
  (9, 'service-x41jkink', 'test', '20261122191513f7be03e8-a9fa-4218-b8ae-44355dab53aa', 'to test', 1795374913616),
  (10, 'service-obzek4ar', 'release', '202611221915138ecb56ab-dacc-4962-9458-1360da0b3677', 'to release', 1795374913831);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-dbro4uwy'),
  (2, 'service', 'service-a8o0kowi'),
  (3, 'environment', 'service-dbro4uwy/release'),
  (4, 'service', 'service-dbro4uwy'),
  (5, 'environment', 'service-dbro4uwy/release'),
  (6, 'environment', 'service-dbro4uwy/test'),
  (7, 'environment', 'service-dbro4uwy/prepub'),
  (8, 'environment', 'service-dbro4uwy/prepub'),
  (9, 'environment', 'service-dbro4uwy/release'),
  (10, 'service', 'service-dbro4uwy'),
  (11, 'service', 'service-dbro4uwy'),
  (12, 'usage-plan', 'usagePlan-74lyrkd3'),
  (13, 'usage-plan', 'usagePlan-icma86ec'),
  (14, 'usage-plan', 'usagePlan-ywwkxr9q'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-dbro4uwy'),
  (22, 'service', 'service-dbro4uwy'),
  (23, 'service', 'service-e4ogg325'),
  (24, 'environment', 'service-e4ogg325/release'),
  (25, 'api-app', 'app-rm3h52qf'),
  (26, 'api-app', 'app-rm3h52qf'),
  (27, 'app-bindings', 'service-e4ogg325/release/api-eh9ryl8q'),
  (28, 'app-bindings', 'service-e4ogg325/test/api-eh9ryl8q'),
  (29, 'service', 'service-clsxim1r'),
  (30, 'environment', 'service-clsxim1r/release'),
  (31, 'service', 'service-clsxim1r'),
  (32, 'service', 'service-clsxim1r'),
  (33, 'service', 'service-x41jkink'),
  (34, 'environment', 'service-x41jkink/release'),
  (35, 'environment', 'service-x41jkink/test'),
  (36, 'service', 'service-x41jkink'),
  (37, 'service', 'service-x41jkink'),
  (38, 'service', 'service-x41jkink'),
  (39, 'service', 'service-x41jkink'),
  (40, 'service', 'service-obzek4ar'),
  (41, 'upstream', 'upstream-djbw66d6'),
  (42, 'environment', 'service-obzek4ar/release'),
  (43, 'api-app', 'app-rm3h52qf');
insert into settings (name, value) values
  ('key-check', 'ASnJCjUoglpl-ADSDVRaME5FtkLfNH_QzZmx_qdpNE4D3GeOkqjbTGs');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at, tags) values
  ('app-rm3h52qf', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjWRsb8-C9bH3TAesDXAE6RnzdFacqu5oqp40bBSeImwES8RJNzdvpo0RrAxs8JpicpB', 1795374913366, 1795374913381, '[{"key":"team","value":"apiAppKey"}]');
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-rm3h52qf', 'service-e4ogg325', 'release', 'api-eh9ryl8q', 1795374913398),
  ('app-rm3h52qf', 'service-e4ogg325', 'test', 'api-eh9ryl8q', 1795374913424);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-clsxim1r', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795374913501, 1795374913501),
  ('plain.example.com', 'service-clsxim1r', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795374913529, 1795374913529);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-fnv2qmq8', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795374913434, '[]', 1795374913434, 1795374913434);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-ckrhacqz', 1251006373, 'ap-guangzhou', 'Shop', 'service-clsxim1r', 'release', '["api-vvc5f2cp"]', 'ASnJCjXsHkxYZ5hmq3WipSoDhMEtCbG5fJYDeWrgH12k_3apqgjM', 1, 0, '[]', 1795374913544, 1795374913544, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>202611221915134c5623a8-612a-4414-8729-224d8691ff13</code> at <code>http://service-clsxim1r-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-vvc5f2cp">documented</a></li></ul>
<section id="api-vvc5f2cp"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "202611221915134c5623a8-612a-4414-8729-224d8691ff13"
  },
  "servers": [
    {
      "url": "http://service-clsxim1r-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-vvc5f2cp",
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
insert into plugins (id, app_id, region, name, type, data, description, created_at, modified_at) values
  ('plugin-ckcwlx1m', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795374913631, 1795374913631),
  ('plugin-q7jxktps', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795374913646, 1795374913646);
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at, has_draft) values
  ('plugin-ckcwlx1m', 'service-x41jkink', 'release', 'api-cw5029as', 1795374913656, 1),
  ('plugin-ckcwlx1m', 'service-x41jkink', 'release', 'api-yqay2fnt', 1795374913656, 0);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-myjdqd70', 'service-x41jkink', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795374913675, 1795374913675);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at, has_draft) values
  ('IPStrategy-myjdqd70', 'service-x41jkink', 'release', 'api-cw5029as', 1795374913684, 1),
  ('IPStrategy-myjdqd70', 'service-x41jkink', 'release', 'api-yqay2fnt', 1795374913684, 0),
  ('IPStrategy-myjdqd70', 'service-x41jkink', 'test', 'api-cw5029as', 1795374913702, 1),
  ('IPStrategy-myjdqd70', 'service-x41jkink', 'test', 'api-yqay2fnt', 1795374913702, 0);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-djbw66d6', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795374913776, 1795374913776);
