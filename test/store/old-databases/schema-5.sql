insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795374906421);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjVCMOplUF6SdBJiyd22qubycSywq7AXUgwr4AjdjAeP-jCoG-JDrLzjRiWWgFsN');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-kr07gmmc', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795374906529, 1795374906529),
  ('service-bsjm1w8r', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374906574, 1795374906574),
  ('service-8e90cxgc', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374907079, 1795374907079),
  ('service-h3r8i6o1', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-qerdab7n', '[]', 1795374907227, 1795374907227),
  ('service-s9kfe0nm', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374907431, 1795374907431),
  ('service-7ovaenby', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374907811, 1795374907811);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-tepua9xq', 1251006373, 'ap-guangzhou', 'service-kr07gmmc', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795374906593, 1795374906593, 'NORMAL', null, null),
  ('api-r2d0vn0e', 1251006373, 'ap-guangzhou', 'service-kr07gmmc', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374906611, 1795374906611, 'NORMAL', null, null),
  ('api-gaxapjcn', 1251006373, 'ap-guangzhou', 'service-8e90cxgc', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374907091, 1795374907091, 'NORMAL', null, null),
  ('api-d6eazmzn', 1251006373, 'ap-guangzhou', 'service-8e90cxgc', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374907105, 1795374907105, 'OAUTH', null, null),
  ('api-glulxtrq', 1251006373, 'ap-guangzhou', 'service-8e90cxgc', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-d6eazmzn"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374907121, 1795374907121, 'NORMAL', 'api-d6eazmzn', null),
  ('api-qcn78stn', 1251006373, 'ap-guangzhou', 'service-h3r8i6o1', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374907275, 1795374907275, 'NORMAL', null, null),
  ('api-jc9gw258', 1251006373, 'ap-guangzhou', 'service-s9kfe0nm', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374907456, 1795374907456, 'NORMAL', null, null),
  ('api-j59oqzk6', 1251006373, 'ap-guangzhou', 'service-7ovaenby', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-fpb2440m"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374907871, 1795374907871, 'NORMAL', null, 'upstream-fpb2440m'),
  ('api-eaqeamek', 1251006373, 'ap-guangzhou', 'service-7ovaenby', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374907880, 1795374907903, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-kr07gmmc', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-kr07gmmc', 'api-r2d0vn0e', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-id9fl95h', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795374906821, 1795374906821),
  ('usagePlan-4mbuyhpy', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795374906832, 1795374906832),
  ('usagePlan-e5qzg4ys', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795374906861, 1795374906861);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjWvSSjf1_4the4Ds0caM1vGs-YmoWG3pi4AQ6ItUNGi9E57zI5vCgCZ3Wy5o-g37u_HbQ', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795374906896, 1795374906896),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjU8uCJnYenf5UGIQ0Rwonknm2c9JKrOH1KZqCGuzsTkmwmcN0N8rnzRgOg', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795374906929, 1795374906966);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-id9fl95h', 'AKIDshop', 1795374906942),
  ('usagePlan-id9fl95h', 'AKIDoff', 1795374906942),
  ('usagePlan-4mbuyhpy', 'AKIDshop', 1795374906977);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-id9fl95h', 'service-kr07gmmc', 'release', '', 1795374906987),
  ('usagePlan-4mbuyhpy', 'service-kr07gmmc', 'test', 'api-tepua9xq', 1795374907000);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-id9fl95h', 'service-kr07gmmc', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122191506a0a0ebcf-93e9-4701-86b1-5ae34168a1aa', 'service-kr07gmmc', 'to release', 1795374906643),
  ('202611221915060844b962-0d50-454e-862f-561505551c3d', 'service-kr07gmmc', 'to release', 1795374906681),
  ('202611221915063583e347-08bd-4fa2-810b-aa22e9209323', 'service-kr07gmmc', 'to test', 1795374906703),
  ('2026112219150692f1bb6f-8df8-4d74-81d3-05deb1f1a647', 'service-kr07gmmc', 'to prepub', 1795374906728),
  ('202611221915070377655a-a12e-4ff2-af53-44968c7f9626', 'service-8e90cxgc', 'to release', 1795374907134),
  ('202611221915078aaf46a4-ad23-4dfc-9489-0c7405874e1b', 'service-h3r8i6o1', 'to release', 1795374907291),
  ('20261122191507dd274573-c3e4-40a3-8e69-206ceadc03fd', 'service-s9kfe0nm', 'to release', 1795374907498),
  ('20261122191507eb6bbada-3e4d-49c0-9816-6053039f39d8', 'service-s9kfe0nm', 'to test', 1795374907538),
  ('20261122191507b71b1449-49c9-4896-aaf6-dcf995d4e9ee', 'service-7ovaenby', 'to release', 1795374907887);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-kr07gmmc', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-kr07gmmc', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-kr07gmmc', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-8e90cxgc', 'RqdSSqtbXiZpkElwx7BZGRNdBRgaLAqaj0_lLG3mseA', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-d6eazmzn"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-8e90cxgc', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-8e90cxgc', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-h3r8i6o1', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-s9kfe0nm', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-s9kfe0nm', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-7ovaenby', 'VX4HaDHxjsUpKqMilaVWamvmrvhdrd6fJ0lVUrbrzKU', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-fpb2440m"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-fpb2440m'),
  ('service-7ovaenby', '8rI2drOmUUjU7D-yX4FHxxG-INeCnDeWEQW7OJ_Y8y4', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-fpb2440m"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-fpb2440m');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('20261122191506a0a0ebcf-93e9-4701-86b1-5ae34168a1aa', 'api-d1zr21bk', 'service-kr07gmmc', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795374906629, 1795374906629),
  ('20261122191506a0a0ebcf-93e9-4701-86b1-5ae34168a1aa', 'api-r2d0vn0e', 'service-kr07gmmc', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374906611, 1795374906611),
  ('20261122191506a0a0ebcf-93e9-4701-86b1-5ae34168a1aa', 'api-tepua9xq', 'service-kr07gmmc', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374906593, 1795374906593),
  ('202611221915060844b962-0d50-454e-862f-561505551c3d', 'api-r2d0vn0e', 'service-kr07gmmc', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374906611, 1795374906611),
  ('202611221915060844b962-0d50-454e-862f-561505551c3d', 'api-tepua9xq', 'service-kr07gmmc', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374906593, 1795374906593),
  ('202611221915063583e347-08bd-4fa2-810b-aa22e9209323', 'api-r2d0vn0e', 'service-kr07gmmc', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374906611, 1795374906611),
  ('202611221915063583e347-08bd-4fa2-810b-aa22e9209323', 'api-tepua9xq', 'service-kr07gmmc', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374906593, 1795374906593),
  ('2026112219150692f1bb6f-8df8-4d74-81d3-05deb1f1a647', 'api-r2d0vn0e', 'service-kr07gmmc', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374906611, 1795374906611),
  ('2026112219150692f1bb6f-8df8-4d74-81d3-05deb1f1a647', 'api-tepua9xq', 'service-kr07gmmc', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374906593, 1795374906593),
  ('202611221915070377655a-a12e-4ff2-af53-44968c7f9626', 'api-glulxtrq', 'service-8e90cxgc', 'RqdSSqtbXiZpkElwx7BZGRNdBRgaLAqaj0_lLG3mseA', '[]', 1795374907121, 1795374907121),
  ('202611221915070377655a-a12e-4ff2-af53-44968c7f9626', 'api-d6eazmzn', 'service-8e90cxgc', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795374907105, 1795374907105),
  ('202611221915070377655a-a12e-4ff2-af53-44968c7f9626', 'api-gaxapjcn', 'service-8e90cxgc', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795374907091, 1795374907091),
  ('202611221915078aaf46a4-ad23-4dfc-9489-0c7405874e1b', 'api-qcn78stn', 'service-h3r8i6o1', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795374907275, 1795374907275),
  ('20261122191507dd274573-c3e4-40a3-8e69-206ceadc03fd', 'api-e7erbrlt', 'service-s9kfe0nm', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374907473, 1795374907473),
  ('20261122191507dd274573-c3e4-40a3-8e69-206ceadc03fd', 'api-jc9gw258', 'service-s9kfe0nm', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374907456, 1795374907456),
  ('20261122191507eb6bbada-3e4d-49c0-9816-6053039f39d8', 'api-e7erbrlt', 'service-s9kfe0nm', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374907473, 1795374907473),
  ('20261122191507eb6bbada-3e4d-49c0-9816-6053039f39d8', 'api-jc9gw258', 'service-s9kfe0nm', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374907456, 1795374907456),
  ('20261122191507b71b1449-49c9-4896-aaf6-dcf995d4e9ee', 'api-eaqeamek', 'service-7ovaenby', 'VX4HaDHxjsUpKqMilaVWamvmrvhdrd6fJ0lVUrbrzKU', '[]', 1795374907880, 1795374907880),
  ('20261122191507b71b1449-49c9-4896-aaf6-dcf995d4e9ee', 'api-j59oqzk6', 'service-7ovaenby', '8rI2drOmUUjU7D-yX4FHxxG-INeCnDeWEQW7OJ_Y8y4', '[]', 1795374907871, 1795374907871);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-kr07gmmc', 'release', '20261122191506a0a0ebcf-93e9-4701-86b1-5ae34168a1aa', 1795374906770),
  ('service-kr07gmmc', 'test', '202611221915063583e347-08bd-4fa2-810b-aa22e9209323', 1795374906703),
  ('service-8e90cxgc', 'release', '202611221915070377655a-a12e-4ff2-af53-44968c7f9626', 1795374907134),
  ('service-h3r8i6o1', 'release', '202611221915078aaf46a4-ad23-4dfc-9489-0c7405874e1b', 1795374907291),
  ('service-s9kfe0nm', 'release', '20261122191507dd274573-c3e4-40a3-8e69-206ceadc03fd', 1795374907498),
  ('service-s9kfe0nm', 'test', '20261122191507eb6bbada-3e4d-49c0-9816-6053039f39d8', 1795374907538),
  ('service-7ovaenby', 'release', '20261122191507b71b1449-49c9-4896-aaf6-dcf995d4e9ee', 1795374907887);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-kr07gmmc', 'release', '20261122191506a0a0ebcf-93e9-4701-86b1-5ae34168a1aa', 'to release', 1795374906643),
  (2, 'service-kr07gmmc', 'release', '202611221915060844b962-0d50-454e-862f-561505551c3d', 'to release', 1795374906681),
  (3, 'service-kr07gmmc', 'test', '202611221915063583e347-08bd-4fa2-810b-aa22e9209323', 'to test', 1795374906703),
  (4, 'service-kr07gmmc', 'prepub', '2026112219150692f1bb6f-8df8-4d74-81d3-05deb1f1a647', 'to prepub', 1795374906728),
  (5, 'service-kr07gmmc', 'release', '20261122191506a0a0ebcf-93e9-4701-86b1-5ae34168a1aa', 'back', 1795374906770),
  (6, 'service-8e90cxgc', 'release', '202611221915070377655a-a12e-4ff2-af53-44968c7f9626', 'to release', 1795374907134),
  (7, 'service-h3r8i6o1', 'release', '202611221915078aaf46a4-ad23-4dfc-9489-0c7405874e1b', 'to release', 1795374907291),
  (8, 'service-s9kfe0nm', 'release', '20261122191507dd274573-c3e4-40a3-8e69-206ceadc03fd', 'to release', 1795374907498),
  (9, 'service-s9kfe0nm', 'test', '20261122191507eb6bbada-3e4d-49c0-9816-6053039f39d8', 'to test', 1795374907538),
  (10, 'service-7ovaenby', 'release', '20261122191507b71b1449-49c9-4896-aaf6-dcf995d4e9ee', 'to release', 1795374907887);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-kr07gmmc'),
  (2, 'service', 'service-bsjm1w8r'),
  (3, 'environment', 'service-kr07gmmc/release'),
  (4, 'service', 'service-kr07gmmc'),
  (5, 'environment', 'service-kr07gmmc/release'),
  (6, 'environment', 'service-kr07gmmc/test'),
  (7, 'environment', 'service-kr07gmmc/prepub'),
  (8, 'environment', 'service-kr07gmmc/prepub'),
  (9, 'environment', 'service-kr07gmmc/release'),
  (10, 'service', 'service-kr07gmmc'),
  (11, 'service', 'service-kr07gmmc'),
  (12, 'usage-plan', 'usagePlan-id9fl95h'),
  (13, 'usage-plan', 'usagePlan-4mbuyhpy'),
  (14, 'usage-plan', 'usagePlan-e5qzg4ys'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-kr07gmmc'),
  (22, 'service', 'service-kr07gmmc'),
  (23, 'service', 'service-8e90cxgc'),
  (24, 'environment', 'service-8e90cxgc/release'),
  (25, 'api-app', 'app-atpt1jtd'),
  (26, 'api-app', 'app-atpt1jtd'),
  (27, 'app-bindings', 'service-8e90cxgc/release/api-gaxapjcn'),
  (28, 'app-bindings', 'service-8e90cxgc/test/api-gaxapjcn'),
  (29, 'service', 'service-h3r8i6o1'),
  (30, 'environment', 'service-h3r8i6o1/release'),
  (31, 'service', 'service-h3r8i6o1'),
  (32, 'service', 'service-h3r8i6o1'),
  (33, 'service', 'service-s9kfe0nm'),
  (34, 'environment', 'service-s9kfe0nm/release'),
  (35, 'environment', 'service-s9kfe0nm/test'),
  (36, 'service', 'service-s9kfe0nm'),
  (37, 'service', 'service-s9kfe0nm'),
  (38, 'service', 'service-s9kfe0nm'),
  (39, 'service', 'service-s9kfe0nm'),
  (40, 'service', 'service-7ovaenby'),
  (41, 'upstream', 'upstream-fpb2440m'),
  (42, 'environment', 'service-7ovaenby/release');
insert into settings (name, value) values
  ('key-check', 'ASnJCjVwZxmXzHi-7YIw2rP9J4me91tIhP6JDN0z-mqXr8ym1a8pPcg');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at) values
  ('app-atpt1jtd', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjVRx1P2O_D5KTLuliR5nqM9FXPAz1nVKxqWpQ_l0SIyqJ6sl4KagN2Y_CcDNkcu9aqv', 1795374907147, 1795374907164);
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-atpt1jtd', 'service-8e90cxgc', 'release', 'api-gaxapjcn', 1795374907181),
  ('app-atpt1jtd', 'service-8e90cxgc', 'test', 'api-gaxapjcn', 1795374907196);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-h3r8i6o1', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795374907323, 1795374907323),
  ('plain.example.com', 'service-h3r8i6o1', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795374907344, 1795374907344);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-qerdab7n', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795374907215, '[]', 1795374907215, 1795374907215);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-wls9wwlf', 1251006373, 'ap-guangzhou', 'Shop', 'service-h3r8i6o1', 'release', '["api-qcn78stn"]', 'ASnJCjV8snWJdU5HNulMNDbaKAzZS8gGEBZTkLmxtYjyITEuPmY4', 1, 0, '[]', 1795374907397, 1795374907397, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>202611221915078aaf46a4-ad23-4dfc-9489-0c7405874e1b</code> at <code>http://service-h3r8i6o1-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-qcn78stn">documented</a></li></ul>
<section id="api-qcn78stn"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "202611221915078aaf46a4-ad23-4dfc-9489-0c7405874e1b"
  },
  "servers": [
    {
      "url": "http://service-h3r8i6o1-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-qcn78stn",
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
  ('plugin-d6u9zjew', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795374907566, 1795374907566),
  ('plugin-0zpiwr45', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795374907586, 1795374907586);
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at) values
  ('plugin-d6u9zjew', 'service-s9kfe0nm', 'release', 'api-jc9gw258', 1795374907609),
  ('plugin-d6u9zjew', 'service-s9kfe0nm', 'release', 'api-e7erbrlt', 1795374907609);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-rdvcua43', 'service-s9kfe0nm', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795374907662, 1795374907662);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at) values
  ('IPStrategy-rdvcua43', 'service-s9kfe0nm', 'release', 'api-jc9gw258', 1795374907704),
  ('IPStrategy-rdvcua43', 'service-s9kfe0nm', 'release', 'api-e7erbrlt', 1795374907704),
  ('IPStrategy-rdvcua43', 'service-s9kfe0nm', 'test', 'api-jc9gw258', 1795374907736),
  ('IPStrategy-rdvcua43', 'service-s9kfe0nm', 'test', 'api-e7erbrlt', 1795374907736);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-fpb2440m', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795374907851, 1795374907851);
