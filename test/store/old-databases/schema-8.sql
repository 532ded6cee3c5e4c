insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795377854367);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjVY5Q9AXcJA37aLM2kqo6ZT_4oOqE_tw7BOBTgAy3bwD8ZXpLRpsFdQw2HWX3bp');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-yrxokgfz', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795377854532, 1795377854532),
  ('service-9difnqmo', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377854576, 1795377854576),
  ('service-3dzi7f0b', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377854969, 1795377854969),
  ('service-m5c4jqcj', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-b68om2wb', '[]', 1795377855142, 1795377855142),
  ('service-djnbm8ll', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377855250, 1795377855250),
  ('service-co2kdt6r', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377855468, 1795377855468);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-kcsime7n', 1251006373, 'ap-guangzhou', 'service-yrxokgfz', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795377854591, 1795377854591, 'NORMAL', null, null),
  ('api-xw75oung', 1251006373, 'ap-guangzhou', 'service-yrxokgfz', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377854606, 1795377854606, 'NORMAL', null, null),
  ('api-hzzgcpyr', 1251006373, 'ap-guangzhou', 'service-3dzi7f0b', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377854989, 1795377854989, 'NORMAL', null, null),
  ('api-3j8ajho4', 1251006373, 'ap-guangzhou', 'service-3dzi7f0b', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377855014, 1795377855014, 'OAUTH', null, null),
  ('api-i9roiv4v', 1251006373, 'ap-guangzhou', 'service-3dzi7f0b', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-3j8ajho4"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377855036, 1795377855036, 'NORMAL', 'api-3j8ajho4', null),
  ('api-eyhzm8z6', 1251006373, 'ap-guangzhou', 'service-m5c4jqcj', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377855154, 1795377855154, 'NORMAL', null, null),
  ('api-rfrnkjf4', 1251006373, 'ap-guangzhou', 'service-djnbm8ll', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377855259, 1795377855259, 'NORMAL', null, null),
  ('api-tfdd437m', 1251006373, 'ap-guangzhou', 'service-co2kdt6r', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-599wf9dh"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377855495, 1795377855495, 'NORMAL', null, 'upstream-599wf9dh'),
  ('api-lqywbhua', 1251006373, 'ap-guangzhou', 'service-co2kdt6r', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377855504, 1795377855522, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-yrxokgfz', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-yrxokgfz', 'api-xw75oung', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-6ktf6ur8', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795377854783, 1795377854783),
  ('usagePlan-n6mnzq3r', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795377854803, 1795377854803),
  ('usagePlan-27drg42s', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795377854814, 1795377854814);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjWsBT40x26-Ixl6YGjaHxPewVFMjikQy6Pptum161ShzFhwnbVI40b-TrnbZxjdnv-Jrg', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795377854821, 1795377854821),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjWmdA2EF2395_pII1aImpV9KNKbWOQIKIdfG_MDL4Whx6Goh2hMMxYNpWA', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795377854832, 1795377854866);
insert into memberships (plan_id, key_id, added_at, key_created_at) values
  ('usagePlan-6ktf6ur8', 'AKIDshop', 1795377854841, 1795377854821),
  ('usagePlan-6ktf6ur8', 'AKIDoff', 1795377854841, 1795377854832),
  ('usagePlan-n6mnzq3r', 'AKIDshop', 1795377854887, 1795377854821);
insert into bindings (plan_id, service_id, environment, api_id, created_at, service_created_at, plan_created_at, api_created_at) values
  ('usagePlan-6ktf6ur8', 'service-yrxokgfz', 'release', '', 1795377854899, 1795377854532, 1795377854783, null),
  ('usagePlan-n6mnzq3r', 'service-yrxokgfz', 'test', 'api-kcsime7n', 1795377854916, 1795377854532, 1795377854803, 1795377854591);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-6ktf6ur8', 'service-yrxokgfz', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('202611222004148c354936-7164-49dc-a4d4-8483bd989d0f', 'service-yrxokgfz', 'to release', 1795377854641),
  ('202611222004140d04ec73-999f-404f-a6be-a23ed3e9c19d', 'service-yrxokgfz', 'to release', 1795377854681),
  ('20261122200414418e1c32-c159-421c-8044-0b3e1ae1ef59', 'service-yrxokgfz', 'to test', 1795377854692),
  ('202611222004140c7d5f63-8e81-4ada-b156-a12126f55f6a', 'service-yrxokgfz', 'to prepub', 1795377854707),
  ('20261122200415ca5e1722-1b42-4dc9-94ed-9935e696d6c1', 'service-3dzi7f0b', 'to release', 1795377855050),
  ('20261122200415d03a5287-8a8c-4e62-95e0-93719ddb67b7', 'service-m5c4jqcj', 'to release', 1795377855162),
  ('202611222004158b6e20ef-8e99-435a-af0d-6eea7b799bbd', 'service-djnbm8ll', 'to release', 1795377855294),
  ('20261122200415c3e1135a-e921-4551-9513-caadfa397c2a', 'service-djnbm8ll', 'to test', 1795377855304),
  ('20261122200415088822a1-8e8d-491e-8739-cb5bfe0cc97f', 'service-co2kdt6r', 'to release', 1795377855510);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-yrxokgfz', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-yrxokgfz', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-yrxokgfz', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-3dzi7f0b', '8CG1zbfrbAtx7wrH4Nno-o_S5Jr-uIV6hb6Dj9_XUpg', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-3j8ajho4"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-3dzi7f0b', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-3dzi7f0b', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-m5c4jqcj', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-djnbm8ll', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-djnbm8ll', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '{"name":"at /free","description":null,"apiType":"NORMAL","path":"/free","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-djnbm8ll', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-co2kdt6r', 'KcE_FjiJs9z6GqUmowJMq4slLPXaU7MIFvcbWmBt8ds', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-599wf9dh"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-599wf9dh'),
  ('service-co2kdt6r', '_N03Xwdo85ov3VHU8BGHu7JtDtV4ZMfcC5AaZ__A7uo', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-599wf9dh"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-599wf9dh');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at, former_upstream_id) values
  ('202611222004148c354936-7164-49dc-a4d4-8483bd989d0f', 'api-2t91litq', 'service-yrxokgfz', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795377854629, 1795377854629, null),
  ('202611222004148c354936-7164-49dc-a4d4-8483bd989d0f', 'api-xw75oung', 'service-yrxokgfz', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377854606, 1795377854606, null),
  ('202611222004148c354936-7164-49dc-a4d4-8483bd989d0f', 'api-kcsime7n', 'service-yrxokgfz', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377854591, 1795377854591, null),
  ('202611222004140d04ec73-999f-404f-a6be-a23ed3e9c19d', 'api-xw75oung', 'service-yrxokgfz', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377854606, 1795377854606, null),
  ('202611222004140d04ec73-999f-404f-a6be-a23ed3e9c19d', 'api-kcsime7n', 'service-yrxokgfz', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377854591, 1795377854591, null),
  ('20261122200414418e1c32-c159-421c-8044-0b3e1ae1ef59', 'api-xw75oung', 'service-yrxokgfz', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377854606, 1795377854606, null),
  ('20261122200414418e1c32-c159-421c-8044-0b3e1ae1ef59', 'api-kcsime7n', 'service-yrxokgfz', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377854591, 1795377854591, null),
  ('202611222004140c7d5f63-8e81-4ada-b156-a12126f55f6a', 'api-xw75oung', 'service-yrxokgfz', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377854606, 1795377854606, null),
  ('202611222004140c7d5f63-8e81-4ada-b156-a12126f55f6a', 'api-kcsime7n', 'service-yrxokgfz', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377854591, 1795377854591, null),
  ('20261122200415ca5e1722-1b42-4dc9-94ed-9935e696d6c1', 'api-i9roiv4v', 'service-3dzi7f0b', '8CG1zbfrbAtx7wrH4Nno-o_S5Jr-uIV6hb6Dj9_XUpg', '[]', 1795377855036, 1795377855036, null),
  ('20261122200415ca5e1722-1b42-4dc9-94ed-9935e696d6c1', 'api-3j8ajho4', 'service-3dzi7f0b', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795377855014, 1795377855014, null),
  ('20261122200415ca5e1722-1b42-4dc9-94ed-9935e696d6c1', 'api-hzzgcpyr', 'service-3dzi7f0b', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795377854989, 1795377854989, null),
  ('20261122200415d03a5287-8a8c-4e62-95e0-93719ddb67b7', 'api-eyhzm8z6', 'service-m5c4jqcj', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795377855154, 1795377855154, null),
  ('202611222004158b6e20ef-8e99-435a-af0d-6eea7b799bbd', 'api-a37pv9fi', 'service-djnbm8ll', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377855285, 1795377855285, null),
  ('202611222004158b6e20ef-8e99-435a-af0d-6eea7b799bbd', 'api-hchka8uh', 'service-djnbm8ll', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377855271, 1795377855271, null),
  ('202611222004158b6e20ef-8e99-435a-af0d-6eea7b799bbd', 'api-rfrnkjf4', 'service-djnbm8ll', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377855259, 1795377855259, null),
  ('20261122200415c3e1135a-e921-4551-9513-caadfa397c2a', 'api-a37pv9fi', 'service-djnbm8ll', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377855285, 1795377855285, null),
  ('20261122200415c3e1135a-e921-4551-9513-caadfa397c2a', 'api-hchka8uh', 'service-djnbm8ll', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377855271, 1795377855271, null),
  ('20261122200415c3e1135a-e921-4551-9513-caadfa397c2a', 'api-rfrnkjf4', 'service-djnbm8ll', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377855259, 1795377855259, null),
  ('20261122200415088822a1-8e8d-491e-8739-cb5bfe0cc97f', 'api-lqywbhua', 'service-co2kdt6r', 'KcE_FjiJs9z6GqUmowJMq4slLPXaU7MIFvcbWmBt8ds', '[]', 1795377855504, 1795377855504, 'upstream-599wf9dh'),
  ('20261122200415088822a1-8e8d-491e-8739-cb5bfe0cc97f', 'api-tfdd437m', 'service-co2kdt6r', '_N03Xwdo85ov3VHU8BGHu7JtDtV4ZMfcC5AaZ__A7uo', '[]', 1795377855495, 1795377855495, null);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-yrxokgfz', 'release', '202611222004148c354936-7164-49dc-a4d4-8483bd989d0f', 1795377854743),
  ('service-yrxokgfz', 'test', '20261122200414418e1c32-c159-421c-8044-0b3e1ae1ef59', 1795377854692),
  ('service-3dzi7f0b', 'release', '20261122200415ca5e1722-1b42-4dc9-94ed-9935e696d6c1', 1795377855050),
  ('service-m5c4jqcj', 'release', '20261122200415d03a5287-8a8c-4e62-95e0-93719ddb67b7', 1795377855162),
  ('service-djnbm8ll', 'release', '202611222004158b6e20ef-8e99-435a-af0d-6eea7b799bbd', 1795377855294),
  ('service-djnbm8ll', 'test', '20261122200415c3e1135a-e921-4551-9513-caadfa397c2a', 1795377855304),
  ('service-co2kdt6r', 'release', '20261122200415088822a1-8e8d-491e-8739-cb5bfe0cc97f', 1795377855510);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-yrxokgfz', 'release', '202611222004148c354936-7164-49dc-a4d4-8483bd989d0f', 'to release', 1795377854641),
  (2, 'service-yrxokgfz', 'release', '202611222004140d04ec73-999f-404f-a6be-a23ed3e9c19d', 'to release', 1795377854681),
  (3, 'service-yrxokgfz', 'test', '20261122200414418e1c32-c159-421c-8044-0b3e1ae1ef59', 'to test', 1795377854692),
  (4, 'service-yrxokgfz', 'prepub', '202611222004140c7d5f63-8e81-4ada-b156-a12126f55f6a', 'to prepub', 1795377854707),
  (5, 'service-yrxokgfz', 'release', '202611222004148c354936-7164-49dc-a4d4-8483bd989d0f', 'back', 1795377854743),
  (6, 'service-3dzi7f0b', 'release', '20261122200415ca5e1722-1b42-4dc9-94ed-9935e696d6c1', 'to release', 1795377855050),
  (7, 'service-m5c4jqcj', 'release', '20261122200415d03a5287-8a8c-4e62-95e0-93719ddb67b7', 'to release', 1795377855162),
  (8, 'service-djnbm8ll', 'release', '202611222004158b6e20ef-8e99-435a-af0d-6eea7b799bbd', 'to release', 1795377855294),
  (9, 'service-djnbm8ll', 'test', '20261122200415c3e1135a-e921-4551-9513-caadfa397c2a', 'to test', 1795377855304),
  (10, 'service-co2kdt6r', 'release', '20261122200415088822a1-8e8d-491e-8739-cb5bfe0cc97f', 'to release', 1795377855510);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-yrxokgfz'),
  (2, 'service', 'service-9difnqmo'),
  (3, 'environment', 'service-yrxokgfz/release'),
  (4, 'service', 'service-yrxokgfz'),
  (5, 'environment', 'service-yrxokgfz/release'),
  (6, 'environment', 'service-yrxokgfz/test'),
  (7, 'environment', 'service-yrxokgfz/prepub'),
  (8, 'environment', 'service-yrxokgfz/prepub'),
  (9, 'environment', 'service-yrxokgfz/release'),
  (10, 'service', 'service-yrxokgfz'),
  (11, 'service', 'service-yrxokgfz'),
  (12, 'usage-plan', 'usagePlan-6ktf6ur8'),
  (13, 'usage-plan', 'usagePlan-n6mnzq3r'),
  (14, 'usage-plan', 'usagePlan-27drg42s'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-yrxokgfz'),
  (22, 'service', 'service-yrxokgfz'),
  (23, 'service', 'service-3dzi7f0b'),
  (24, 'environment', 'service-3dzi7f0b/release'),
  (25, 'api-app', 'app-iy2xuh5i'),
  (26, 'api-app', 'app-iy2xuh5i'),
  (27, 'app-bindings', 'service-3dzi7f0b/release/api-hzzgcpyr'),
  (28, 'app-bindings', 'service-3dzi7f0b/test/api-hzzgcpyr'),
  (29, 'service', 'service-m5c4jqcj'),
  (30, 'environment', 'service-m5c4jqcj/release'),
  (31, 'service', 'service-m5c4jqcj'),
  (32, 'service', 'service-m5c4jqcj'),
  (33, 'service', 'service-djnbm8ll'),
  (34, 'environment', 'service-djnbm8ll/release'),
  (35, 'environment', 'service-djnbm8ll/test'),
  (36, 'service', 'service-djnbm8ll'),
  (37, 'service', 'service-djnbm8ll'),
  (38, 'service', 'service-djnbm8ll'),
  (39, 'service', 'service-djnbm8ll'),
  (40, 'service', 'service-djnbm8ll'),
  (41, 'service', 'service-co2kdt6r'),
  (42, 'upstream', 'upstream-599wf9dh'),
  (43, 'environment', 'service-co2kdt6r/release'),
  (44, 'api-app', 'app-iy2xuh5i');
insert into settings (name, value) values
  ('key-check', 'ASnJCjW0CnD7waPcC4N4K1CcEPjrGIRLZBWbUGMLbU6fYmBmoK9Ylag');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at, tags) values
  ('app-iy2xuh5i', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjVA_bTQcncbmI_uW8eDYnYp67NuvA0beJ-ifuKX-rDye1aRzLyUMhzWSTcbRbwLyFQc', 1795377855074, 1795377855093, '[{"key":"team","value":"apiAppKey"}]');
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at, api_name, app_name) values
  ('app-iy2xuh5i', 'service-3dzi7f0b', 'release', 'api-hzzgcpyr', 1795377855105, 'for_apps', 'shop_app'),
  ('app-iy2xuh5i', 'service-3dzi7f0b', 'test', 'api-hzzgcpyr', 1795377855117, 'for_apps', 'shop_app');
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-m5c4jqcj', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795377855192, 1795377855192),
  ('plain.example.com', 'service-m5c4jqcj', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795377855213, 1795377855213);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-b68om2wb', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795377855131, '[]', 1795377855131, 1795377855131);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-5bhzu4ip', 1251006373, 'ap-guangzhou', 'Shop', 'service-m5c4jqcj', 'release', '["api-eyhzm8z6"]', 'ASnJCjX6u5kNuHLRQDvA4PzEOMqLhD1s36MB4zJaVt8dhZaVAxTZ', 1, 0, '[]', 1795377855224, 1795377855224, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>20261122200415d03a5287-8a8c-4e62-95e0-93719ddb67b7</code> at <code>http://service-m5c4jqcj-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-eyhzm8z6">documented</a></li></ul>
<section id="api-eyhzm8z6"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "20261122200415d03a5287-8a8c-4e62-95e0-93719ddb67b7"
  },
  "servers": [
    {
      "url": "http://service-m5c4jqcj-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-eyhzm8z6",
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
  ('plugin-k2toyqnf', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795377855313, 1795377855313, '[]'),
  ('plugin-ms1u9oqv', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795377855321, 1795377855321, '[{"key":"team","value":"plugin"}]');
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at, has_draft) values
  ('plugin-k2toyqnf', 'service-djnbm8ll', 'release', 'api-rfrnkjf4', 1795377855330, 1),
  ('plugin-k2toyqnf', 'service-djnbm8ll', 'release', 'api-a37pv9fi', 1795377855330, 0);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-3oisym8w', 'service-djnbm8ll', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795377855354, 1795377855354);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at, has_draft, api_created_at, is_latest) values
  ('IPStrategy-3oisym8w', 'service-djnbm8ll', 'release', 'api-rfrnkjf4', 1795377855366, 1, 1795377855259, 0),
  ('IPStrategy-3oisym8w', 'service-djnbm8ll', 'release', 'api-a37pv9fi', 1795377855366, 0, 1795377855285, 0),
  ('IPStrategy-3oisym8w', 'service-djnbm8ll', 'test', 'api-rfrnkjf4', 1795377855395, 1, 1795377855259, 1),
  ('IPStrategy-3oisym8w', 'service-djnbm8ll', 'test', 'api-a37pv9fi', 1795377855395, 0, 1795377855285, 1);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-599wf9dh', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"isActiveEnabled":false,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795377855478, 1795377855478);
