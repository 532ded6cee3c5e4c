insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795374897094);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjUmmypILVBItsjWbN1WzpgAsObIQa6EsD-usUnzX4iaB-CtOKYl2woT3YQ_uNCG');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-0w9nx3cj', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795374897195, 1795374897195),
  ('service-0mxwvd0a', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374897248, 1795374897248),
  ('service-46bwxjcv', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374899268, 1795374899268),
  ('service-4nxun8ba', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-q5lwl1he', '[]', 1795374899845, 1795374899845),
  ('service-0kmdxeio', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374900105, 1795374900105);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id) values
  ('api-8k39eu9g', 1251006373, 'ap-guangzhou', 'service-0w9nx3cj', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795374897382, 1795374897382, 'NORMAL', null),
  ('api-zcmtwaug', 1251006373, 'ap-guangzhou', 'service-0w9nx3cj', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374897408, 1795374897408, 'NORMAL', null),
  ('api-bz4sifs9', 1251006373, 'ap-guangzhou', 'service-46bwxjcv', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374899352, 1795374899352, 'NORMAL', null),
  ('api-yt10bvmc', 1251006373, 'ap-guangzhou', 'service-46bwxjcv', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374899534, 1795374899534, 'OAUTH', null),
  ('api-fw01toft', 1251006373, 'ap-guangzhou', 'service-46bwxjcv', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-yt10bvmc"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374899603, 1795374899603, 'NORMAL', 'api-yt10bvmc'),
  ('api-kmhy31gl', 1251006373, 'ap-guangzhou', 'service-4nxun8ba', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374899872, 1795374899872, 'NORMAL', null),
  ('api-avpuerss', 1251006373, 'ap-guangzhou', 'service-0kmdxeio', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374900124, 1795374900124, 'NORMAL', null);
insert into service_strategies (service_id, environment, rate) values
  ('service-0w9nx3cj', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-0w9nx3cj', 'api-zcmtwaug', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-n53xkd5v', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795374898473, 1795374898473),
  ('usagePlan-8zzp8c49', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795374898502, 1795374898502),
  ('usagePlan-1psoeo4f', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795374898560, 1795374898560);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjWYOQmC4IIRZrisAtoOnFg8BhrvEXlQYU33QNvVoi8S5uzF6fzpVg3csgRR4Ss06GFkbg', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795374898586, 1795374898586),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjX5FK-2VEFUgOW8pAhpVto9gjXoOZHwsLVMYKCYlqV6apnsVSjsynestnE', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795374898624, 1795374898699);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-n53xkd5v', 'AKIDshop', 1795374898653),
  ('usagePlan-n53xkd5v', 'AKIDoff', 1795374898653),
  ('usagePlan-8zzp8c49', 'AKIDshop', 1795374898749);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-n53xkd5v', 'service-0w9nx3cj', 'release', '', 1795374898800),
  ('usagePlan-8zzp8c49', 'service-0w9nx3cj', 'test', 'api-8k39eu9g', 1795374898924);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-n53xkd5v', 'service-0w9nx3cj', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122191457f4d1b282-c83e-4d5a-a85f-2b5735822bc0', 'service-0w9nx3cj', 'to release', 1795374897511),
  ('202611221914575dec800c-9906-4ab2-8293-7e2b4bfe81a6', 'service-0w9nx3cj', 'to release', 1795374897698),
  ('202611221914579f39bdfe-2625-4cb0-b34f-3257f9b16eca', 'service-0w9nx3cj', 'to test', 1795374897725),
  ('20261122191457d2d8133d-91cd-4996-b07d-e133c9833fb4', 'service-0w9nx3cj', 'to prepub', 1795374897828),
  ('20261122191459b03515f3-0dac-406f-896e-fd310758678b', 'service-46bwxjcv', 'to release', 1795374899652),
  ('20261122191459cb6efefc-8e91-4d77-b414-94a7cb1814b3', 'service-4nxun8ba', 'to release', 1795374899896),
  ('20261122191500a0b02e13-9af1-4ec7-9108-5941ccca44e0', 'service-0kmdxeio', 'to release', 1795374900162),
  ('20261122191500b4b6197d-0f80-4f94-b5c5-2bb184340479', 'service-0kmdxeio', 'to test', 1795374900183);
insert into frozen_definitions (service_id, digest, definition) values
  ('service-0w9nx3cj', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-0w9nx3cj', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-0w9nx3cj', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}'),
  ('service-46bwxjcv', 'uPBaB4rkQrVUFHBdTVx6AvcRmkhP09Iwxcaa09f10yM', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-yt10bvmc"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-46bwxjcv', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-46bwxjcv', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-4nxun8ba', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-0kmdxeio', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-0kmdxeio', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('20261122191457f4d1b282-c83e-4d5a-a85f-2b5735822bc0', 'api-7f25x859', 'service-0w9nx3cj', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795374897480, 1795374897480),
  ('20261122191457f4d1b282-c83e-4d5a-a85f-2b5735822bc0', 'api-zcmtwaug', 'service-0w9nx3cj', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374897408, 1795374897408),
  ('20261122191457f4d1b282-c83e-4d5a-a85f-2b5735822bc0', 'api-8k39eu9g', 'service-0w9nx3cj', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374897382, 1795374897382),
  ('202611221914575dec800c-9906-4ab2-8293-7e2b4bfe81a6', 'api-zcmtwaug', 'service-0w9nx3cj', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374897408, 1795374897408),
  ('202611221914575dec800c-9906-4ab2-8293-7e2b4bfe81a6', 'api-8k39eu9g', 'service-0w9nx3cj', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374897382, 1795374897382),
  ('202611221914579f39bdfe-2625-4cb0-b34f-3257f9b16eca', 'api-zcmtwaug', 'service-0w9nx3cj', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374897408, 1795374897408),
  ('202611221914579f39bdfe-2625-4cb0-b34f-3257f9b16eca', 'api-8k39eu9g', 'service-0w9nx3cj', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374897382, 1795374897382),
  ('20261122191457d2d8133d-91cd-4996-b07d-e133c9833fb4', 'api-zcmtwaug', 'service-0w9nx3cj', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374897408, 1795374897408),
  ('20261122191457d2d8133d-91cd-4996-b07d-e133c9833fb4', 'api-8k39eu9g', 'service-0w9nx3cj', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374897382, 1795374897382),
  ('20261122191459b03515f3-0dac-406f-896e-fd310758678b', 'api-fw01toft', 'service-46bwxjcv', 'uPBaB4rkQrVUFHBdTVx6AvcRmkhP09Iwxcaa09f10yM', '[]', 1795374899603, 1795374899603),
  ('20261122191459b03515f3-0dac-406f-896e-fd310758678b', 'api-yt10bvmc', 'service-46bwxjcv', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795374899534, 1795374899534),
  ('20261122191459b03515f3-0dac-406f-896e-fd310758678b', 'api-bz4sifs9', 'service-46bwxjcv', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795374899352, 1795374899352),
  ('20261122191459cb6efefc-8e91-4d77-b414-94a7cb1814b3', 'api-kmhy31gl', 'service-4nxun8ba', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795374899872, 1795374899872),
  ('20261122191500a0b02e13-9af1-4ec7-9108-5941ccca44e0', 'api-27ek8c59', 'service-0kmdxeio', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374900142, 1795374900142),
  ('20261122191500a0b02e13-9af1-4ec7-9108-5941ccca44e0', 'api-avpuerss', 'service-0kmdxeio', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374900124, 1795374900124),
  ('20261122191500b4b6197d-0f80-4f94-b5c5-2bb184340479', 'api-27ek8c59', 'service-0kmdxeio', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374900142, 1795374900142),
  ('20261122191500b4b6197d-0f80-4f94-b5c5-2bb184340479', 'api-avpuerss', 'service-0kmdxeio', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374900124, 1795374900124);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-0w9nx3cj', 'release', '20261122191457f4d1b282-c83e-4d5a-a85f-2b5735822bc0', 1795374897998),
  ('service-0w9nx3cj', 'test', '202611221914579f39bdfe-2625-4cb0-b34f-3257f9b16eca', 1795374897725),
  ('service-46bwxjcv', 'release', '20261122191459b03515f3-0dac-406f-896e-fd310758678b', 1795374899652),
  ('service-4nxun8ba', 'release', '20261122191459cb6efefc-8e91-4d77-b414-94a7cb1814b3', 1795374899896),
  ('service-0kmdxeio', 'release', '20261122191500a0b02e13-9af1-4ec7-9108-5941ccca44e0', 1795374900162),
  ('service-0kmdxeio', 'test', '20261122191500b4b6197d-0f80-4f94-b5c5-2bb184340479', 1795374900183);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-0w9nx3cj', 'release', '20261122191457f4d1b282-c83e-4d5a-a85f-2b5735822bc0', 'to release', 1795374897511),
  (2, 'service-0w9nx3cj', 'release', '202611221914575dec800c-9906-4ab2-8293-7e2b4bfe81a6', 'to release', 1795374897698),
  (3, 'service-0w9nx3cj', 'test', '202611221914579f39bdfe-2625-4cb0-b34f-3257f9b16eca', 'to test', 1795374897725),
  (4, 'service-0w9nx3cj', 'prepub', '20261122191457d2d8133d-91cd-4996-b07d-e133c9833fb4', 'to prepub', 1795374897828),
  (5, 'service-0w9nx3cj', 'release', '20261122191457f4d1b282-c83e-4d5a-a85f-2b5735822bc0', 'back', 1795374897998),
  (6, 'service-46bwxjcv', 'release', '20261122191459b03515f3-0dac-406f-896e-fd310758678b', 'to release', 1795374899652),
  (7, 'service-4nxun8ba', 'release', '20261122191459cb6efefc-8e91-4d77-b414-94a7cb1814b3', 'to release', 1795374899896),
  (8, 'service-0kmdxeio', 'release', '20261122191500a0b02e13-9af1-4ec7-9108-5941ccca44e0', 'to release', 1795374900162),
  (9, 'service-0kmdxeio', 'test', '20261122191500b4b6197d-0f80-4f94-b5c5-2bb184340479', 'to test', 1795374900183);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-0w9nx3cj'),
  (2, 'service', 'service-0mxwvd0a'),
  (3, 'environment', 'service-0w9nx3cj/release'),
  (4, 'service', 'service-0w9nx3cj'),
  (5, 'environment', 'service-0w9nx3cj/release'),
  (6, 'environment', 'service-0w9nx3cj/test'),
  (7, 'environment', 'service-0w9nx3cj/prepub'),
  (8, 'environment', 'service-0w9nx3cj/prepub'),
  (9, 'environment', 'service-0w9nx3cj/release'),
  (10, 'service', 'service-0w9nx3cj'),
  (11, 'service', 'service-0w9nx3cj'),
  (12, 'usage-plan', 'usagePlan-n53xkd5v'),
  (13, 'usage-plan', 'usagePlan-8zzp8c49'),
  (14, 'usage-plan', 'usagePlan-1psoeo4f'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-0w9nx3cj'),
  (22, 'service', 'service-0w9nx3cj'),
  (23, 'service', 'service-46bwxjcv'),
  (24, 'environment', 'service-46bwxjcv/release'),
  (25, 'api-app', 'app-n8pyq481'),
  (26, 'api-app', 'app-n8pyq481'),
  (27, 'app-bindings', 'service-46bwxjcv/release/api-bz4sifs9'),
  (28, 'app-bindings', 'service-46bwxjcv/test/api-bz4sifs9'),
  (29, 'service', 'service-4nxun8ba'),
  (30, 'environment', 'service-4nxun8ba/release'),
  (31, 'service', 'service-4nxun8ba'),
  (32, 'service', 'service-4nxun8ba'),
  (33, 'service', 'service-0kmdxeio'),
  (34, 'environment', 'service-0kmdxeio/release'),
  (35, 'environment', 'service-0kmdxeio/test'),
  (36, 'service', 'service-0kmdxeio'),
  (37, 'service', 'service-0kmdxeio'),
  (38, 'service', 'service-0kmdxeio'),
  (39, 'service', 'service-0kmdxeio');
insert into settings (name, value) values
  ('key-check', 'ASnJCjWXpx-IvqOfgSdhH2bLgehudpytylbbauaf371T-VrBBI_QmMc');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at) values
  ('app-n8pyq481', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjUwIZ_dSLC1NWqEQ5hmxPMyb8bZght1Z6cltjOu4S5FodMQ0UsQppQGNADeLCcrorON', 1795374899726, 1795374899747);
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-n8pyq481', 'service-46bwxjcv', 'release', 'api-bz4sifs9', 1795374899775),
  ('app-n8pyq481', 'service-46bwxjcv', 'test', 'api-bz4sifs9', 1795374899802);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-4nxun8ba', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795374899945, 1795374899945),
  ('plain.example.com', 'service-4nxun8ba', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795374900021, 1795374900021);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-q5lwl1he', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795374899830, '[]', 1795374899830, 1795374899830);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-vfkmm62f', 1251006373, 'ap-guangzhou', 'Shop', 'service-4nxun8ba', 'release', '["api-kmhy31gl"]', 'ASnJCjUPh4geYSsi19Ipk_mutyC1uX7dGpHeS_qV9dtJrhd4jOau', 1, 0, '[]', 1795374900062, 1795374900062, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>20261122191459cb6efefc-8e91-4d77-b414-94a7cb1814b3</code> at <code>http://service-4nxun8ba-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-kmhy31gl">documented</a></li></ul>
<section id="api-kmhy31gl"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "20261122191459cb6efefc-8e91-4d77-b414-94a7cb1814b3"
  },
  "servers": [
    {
      "url": "http://service-4nxun8ba-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-kmhy31gl",
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
  ('plugin-d45d0q5h', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795374900207, 1795374900207),
  ('plugin-6ignznie', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795374900230, 1795374900230);
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at) values
  ('plugin-d45d0q5h', 'service-0kmdxeio', 'release', 'api-avpuerss', 1795374900255),
  ('plugin-d45d0q5h', 'service-0kmdxeio', 'release', 'api-27ek8c59', 1795374900255);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-l5foj9sb', 'service-0kmdxeio', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795374900290, 1795374900290);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at) values
  ('IPStrategy-l5foj9sb', 'service-0kmdxeio', 'release', 'api-avpuerss', 1795374900309),
  ('IPStrategy-l5foj9sb', 'service-0kmdxeio', 'release', 'api-27ek8c59', 1795374900309),
  ('IPStrategy-l5foj9sb', 'service-0kmdxeio', 'test', 'api-avpuerss', 1795374900337),
  ('IPStrategy-l5foj9sb', 'service-0kmdxeio', 'test', 'api-27ek8c59', 1795374900337);
