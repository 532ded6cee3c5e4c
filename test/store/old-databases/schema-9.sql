insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795391164095);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjW22JvmHNSmdKATEKhMyg3776FNPuKD_hV2DSCPPvc0um6edYSkM5YUlrGQkXHT');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-a24zzogq', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795391164171, 1795391164171),
  ('service-3z5m3ifp', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795391164204, 1795391164204),
  ('service-hllhi243', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795391164484, 1795391164484),
  ('service-4pcunpfi', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-cpeid2mi', '[]', 1795391164570, 1795391164570),
  ('service-ymoq4gga', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795391164649, 1795391164649),
  ('service-6f24ww5g', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795391164776, 1795391164776);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-le8a6pea', 1251006373, 'ap-guangzhou', 'service-a24zzogq', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795391164217, 1795391164217, 'NORMAL', null, null),
  ('api-fam370gk', 1251006373, 'ap-guangzhou', 'service-a24zzogq', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164230, 1795391164230, 'NORMAL', null, null),
  ('api-p48mulge', 1251006373, 'ap-guangzhou', 'service-hllhi243', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164492, 1795391164492, 'NORMAL', null, null),
  ('api-2ouyz2q8', 1251006373, 'ap-guangzhou', 'service-hllhi243', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164499, 1795391164499, 'OAUTH', null, null),
  ('api-zw115wm4', 1251006373, 'ap-guangzhou', 'service-hllhi243', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-2ouyz2q8"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164509, 1795391164509, 'NORMAL', 'api-2ouyz2q8', null),
  ('api-t8lmb1va', 1251006373, 'ap-guangzhou', 'service-4pcunpfi', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164579, 1795391164579, 'NORMAL', null, null),
  ('api-9ncmfk7r', 1251006373, 'ap-guangzhou', 'service-ymoq4gga', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164656, 1795391164656, 'NORMAL', null, null),
  ('api-2q6562fa', 1251006373, 'ap-guangzhou', 'service-6f24ww5g', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-0jxft4mv"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164798, 1795391164798, 'NORMAL', null, 'upstream-0jxft4mv'),
  ('api-74c9e7ec', 1251006373, 'ap-guangzhou', 'service-6f24ww5g', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795391164805, 1795391164821, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-a24zzogq', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-a24zzogq', 'api-fam370gk', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-kszdz49i', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795391164374, 1795391164374),
  ('usagePlan-18qdescc', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795391164382, 1795391164382),
  ('usagePlan-t3vswvk3', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795391164389, 1795391164389);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjUO_an4e2fs4GB8YJ2dC1BcDgMYMR0MqGbuqxoI10OFSdYRa38wViLRWoDZi3xI2NUhEw', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795391164396, 1795391164396),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjVCevf0C735byEbUlbaCnzRRW4iVdHDOdm7r7mqlP_VT5L7eAemes1V7QA', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795391164405, 1795391164425);
insert into memberships (plan_id, key_id, added_at, key_created_at) values
  ('usagePlan-kszdz49i', 'AKIDshop', 1795391164412, 1795391164396),
  ('usagePlan-kszdz49i', 'AKIDoff', 1795391164412, 1795391164405),
  ('usagePlan-18qdescc', 'AKIDshop', 1795391164434, 1795391164396);
insert into bindings (plan_id, service_id, environment, api_id, created_at, plan_created_at, api_created_at) values
  ('usagePlan-kszdz49i', 'service-a24zzogq', 'release', '', 1795391164441, 1795391164374, null),
  ('usagePlan-18qdescc', 'service-a24zzogq', 'test', 'api-le8a6pea', 1795391164453, 1795391164382, 1795391164217);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-kszdz49i', 'service-a24zzogq', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122234604ed352da1-a647-40c4-9dcb-a8a20f698252', 'service-a24zzogq', 'to release', 1795391164258),
  ('202611222346046f7226fc-a61d-4c77-8cd4-70f466bbb865', 'service-a24zzogq', 'to release', 1795391164295),
  ('202611222346040976ced9-9e58-4184-8eb9-472c5111d481', 'service-a24zzogq', 'to test', 1795391164307),
  ('2026112223460454ec8f9c-ce88-45bc-9905-0cfe8fee6992', 'service-a24zzogq', 'to prepub', 1795391164319),
  ('20261122234604166f5ffa-3cb7-428e-9493-5c583c1e5ba8', 'service-hllhi243', 'to release', 1795391164516),
  ('20261122234604985f00f3-e472-46ec-97c1-e625a8a203e5', 'service-4pcunpfi', 'to release', 1795391164587),
  ('20261122234604c72fc844-7a14-4930-8831-d9226bf64a88', 'service-ymoq4gga', 'to release', 1795391164679),
  ('20261122234604a7bdcf8b-1bfb-4084-8a14-e70f3e5f4c8f', 'service-ymoq4gga', 'to test', 1795391164690),
  ('202611222346041b4e01b2-2c3e-4e94-922f-01f7c1c503f5', 'service-6f24ww5g', 'to release', 1795391164812);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-a24zzogq', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-a24zzogq', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-a24zzogq', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-hllhi243', 'wKRtRAwM0x4QUSQUaYpPehWSOKHwPZ1D3GtdzI5b5pI', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-2ouyz2q8"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-hllhi243', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-hllhi243', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-4pcunpfi', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ymoq4gga', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ymoq4gga', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '{"name":"at /free","description":null,"apiType":"NORMAL","path":"/free","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ymoq4gga', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-6f24ww5g', '0m3_qy4Yv9Wu_wFTMWJpg5kgfxN-RW03M-7j_jvCNv0', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-0jxft4mv"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-0jxft4mv'),
  ('service-6f24ww5g', 'VDfzNIyOF3CZNh2YVVLhQBMp53myGW527HSKMHH3M5c', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-0jxft4mv"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-0jxft4mv');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at, former_upstream_id, has_draft) values
  ('20261122234604ed352da1-a647-40c4-9dcb-a8a20f698252', 'api-nsob5y7r', 'service-a24zzogq', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795391164242, 1795391164242, null, 0),
  ('20261122234604ed352da1-a647-40c4-9dcb-a8a20f698252', 'api-fam370gk', 'service-a24zzogq', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795391164230, 1795391164230, null, 1),
  ('20261122234604ed352da1-a647-40c4-9dcb-a8a20f698252', 'api-le8a6pea', 'service-a24zzogq', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795391164217, 1795391164217, null, 1),
  ('202611222346046f7226fc-a61d-4c77-8cd4-70f466bbb865', 'api-fam370gk', 'service-a24zzogq', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795391164230, 1795391164230, null, 1),
  ('202611222346046f7226fc-a61d-4c77-8cd4-70f466bbb865', 'api-le8a6pea', 'service-a24zzogq', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795391164217, 1795391164217, null, 1),
  ('202611222346040976ced9-9e58-4184-8eb9-472c5111d481', 'api-fam370gk', 'service-a24zzogq', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795391164230, 1795391164230, null, 1),
  ('202611222346040976ced9-9e58-4184-8eb9-472c5111d481', 'api-le8a6pea', 'service-a24zzogq', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795391164217, 1795391164217, null, 1),
  ('2026112223460454ec8f9c-ce88-45bc-9905-0cfe8fee6992', 'api-fam370gk', 'service-a24zzogq', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795391164230, 1795391164230, null, 1),
  ('2026112223460454ec8f9c-ce88-45bc-9905-0cfe8fee6992', 'api-le8a6pea', 'service-a24zzogq', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795391164217, 1795391164217, null, 1),
  ('20261122234604166f5ffa-3cb7-428e-9493-5c583c1e5ba8', 'api-zw115wm4', 'service-hllhi243', 'wKRtRAwM0x4QUSQUaYpPehWSOKHwPZ1D3GtdzI5b5pI', '[]', 1795391164509, 1795391164509, null, 1),
  ('20261122234604166f5ffa-3cb7-428e-9493-5c583c1e5ba8', 'api-2ouyz2q8', 'service-hllhi243', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795391164499, 1795391164499, null, 1),
  ('20261122234604166f5ffa-3cb7-428e-9493-5c583c1e5ba8', 'api-p48mulge', 'service-hllhi243', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795391164492, 1795391164492, null, 1),
  ('20261122234604985f00f3-e472-46ec-97c1-e625a8a203e5', 'api-t8lmb1va', 'service-4pcunpfi', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795391164579, 1795391164579, null, 1),
  ('20261122234604c72fc844-7a14-4930-8831-d9226bf64a88', 'api-akqysurg', 'service-ymoq4gga', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795391164673, 1795391164673, null, 0),
  ('20261122234604c72fc844-7a14-4930-8831-d9226bf64a88', 'api-68zljrz4', 'service-ymoq4gga', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795391164663, 1795391164663, null, 0),
  ('20261122234604c72fc844-7a14-4930-8831-d9226bf64a88', 'api-9ncmfk7r', 'service-ymoq4gga', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795391164656, 1795391164656, null, 1),
  ('20261122234604a7bdcf8b-1bfb-4084-8a14-e70f3e5f4c8f', 'api-akqysurg', 'service-ymoq4gga', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795391164673, 1795391164673, null, 0),
  ('20261122234604a7bdcf8b-1bfb-4084-8a14-e70f3e5f4c8f', 'api-68zljrz4', 'service-ymoq4gga', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795391164663, 1795391164663, null, 0),
  ('20261122234604a7bdcf8b-1bfb-4084-8a14-e70f3e5f4c8f', 'api-9ncmfk7r', 'service-ymoq4gga', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795391164656, 1795391164656, null, 1),
  ('202611222346041b4e01b2-2c3e-4e94-922f-01f7c1c503f5', 'api-74c9e7ec', 'service-6f24ww5g', '0m3_qy4Yv9Wu_wFTMWJpg5kgfxN-RW03M-7j_jvCNv0', '[]', 1795391164805, 1795391164805, 'upstream-0jxft4mv', 1),
  ('202611222346041b4e01b2-2c3e-4e94-922f-01f7c1c503f5', 'api-2q6562fa', 'service-6f24ww5g', 'VDfzNIyOF3CZNh2YVVLhQBMp53myGW527HSKMHH3M5c', '[]', 1795391164798, 1795391164798, null, 1);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-a24zzogq', 'release', '20261122234604ed352da1-a647-40c4-9dcb-a8a20f698252', 1795391164342),
  ('service-a24zzogq', 'test', '202611222346040976ced9-9e58-4184-8eb9-472c5111d481', 1795391164307),
  ('service-hllhi243', 'release', '20261122234604166f5ffa-3cb7-428e-9493-5c583c1e5ba8', 1795391164516),
  ('service-4pcunpfi', 'release', '20261122234604985f00f3-e472-46ec-97c1-e625a8a203e5', 1795391164587),
  ('service-ymoq4gga', 'release', '20261122234604c72fc844-7a14-4930-8831-d9226bf64a88', 1795391164679),
  ('service-ymoq4gga', 'test', '20261122234604a7bdcf8b-1bfb-4084-8a14-e70f3e5f4c8f', 1795391164690),
  ('service-6f24ww5g', 'release', '202611222346041b4e01b2-2c3e-4e94-922f-01f7c1c503f5', 1795391164812);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-a24zzogq', 'release', '20261122234604ed352da1-a647-40c4-9dcb-a8a20f698252', 'to release', 1795391164258),
  (2, 'service-a24zzogq', 'release', '202611222346046f7226fc-a61d-4c77-8cd4-70f466bbb865', 'to release', 1795391164295),
  (3, 'service-a24zzogq', 'test', '202611222346040976ced9-9e58-4184-8eb9-472c5111d481', 'to test', 1795391164307),
  (4, 'service-a24zzogq', 'prepub', '2026112223460454ec8f9c-ce88-45bc-9905-0cfe8fee6992', 'to prepub', 1795391164319),
  (5, 'service-a24zzogq', 'release', '20261122234604ed352da1-a647-40c4-9dcb-a8a20f698252', 'back', 1795391164342),
  (6, 'service-hllhi243', 'release', '20261122234604166f5ffa-3cb7-428e-9493-5c583c1e5ba8', 'to release', 1795391164516),
  (7, 'service-4pcunpfi', 'release', '20261122234604985f00f3-e472-46ec-97c1-e625a8a203e5', 'to release', 1795391164587),
  (8, 'service-ymoq4gga', 'release', '20261122234604c72fc844-7a14-4930-8831-d9226bf64a88', 'to release', 1795391164679),
  (9, 'service-ymoq4gga', 'test', '20261122234604a7bdcf8b-1bfb-4084-8a14-e70f3e5f4c8f', 'to test', 1795391164690),
  (10, 'service-6f24ww5g', 'release', '202611222346041b4e01b2-2c3e-4e94-922f-01f7c1c503f5', 'to release', 1795391164812);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-a24zzogq'),
  (2, 'service', 'service-3z5m3ifp'),
  (3, 'environment', 'service-a24zzogq/release'),
  (4, 'service', 'service-a24zzogq'),
  (5, 'environment', 'service-a24zzogq/release'),
  (6, 'environment', 'service-a24zzogq/test'),
  (7, 'environment', 'service-a24zzogq/prepub'),
  (8, 'environment', 'service-a24zzogq/prepub'),
  (9, 'environment', 'service-a24zzogq/release'),
  (10, 'service', 'service-a24zzogq'),
  (11, 'service', 'service-a24zzogq'),
  (12, 'usage-plan', 'usagePlan-kszdz49i'),
  (13, 'usage-plan', 'usagePlan-18qdescc'),
  (14, 'usage-plan', 'usagePlan-t3vswvk3'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-a24zzogq'),
  (22, 'service', 'service-a24zzogq'),
  (23, 'service', 'service-hllhi243'),
  (24, 'environment', 'service-hllhi243/release'),
  (25, 'api-app', 'app-b69bhuk7'),
  (26, 'api-app', 'app-b69bhuk7'),
  (27, 'app-bindings', 'service-hllhi243/release/api-p48mulge'),
  (28, 'app-bindings', 'service-hllhi243/test/api-p48mulge'),
  (29, 'service', 'service-4pcunpfi'),
  (30, 'environment', 'service-4pcunpfi/release'),
  (31, 'service', 'service-4pcunpfi'),
  (32, 'service', 'service-4pcunpfi'),
  (33, 'service', 'service-ymoq4gga'),
  (34, 'environment', 'service-ymoq4gga/release'),
  (35, 'environment', 'service-ymoq4gga/test'),
  (36, 'service', 'service-ymoq4gga'),
  (37, 'service', 'service-ymoq4gga'),
  (38, 'service', 'service-ymoq4gga'),
  (39, 'service', 'service-ymoq4gga'),
  (40, 'service', 'service-ymoq4gga'),
  (41, 'service', 'service-6f24ww5g'),
  (42, 'upstream', 'upstream-0jxft4mv'),
  (43, 'environment', 'service-6f24ww5g/release'),
  (44, 'api-app', 'app-b69bhuk7');
insert into settings (name, value) values
  ('key-check', 'ASnJCjX_NS8aKOHBJNDiGAeqAvMCiafYH4SSOX_Up-gfyjWR7Qs5vdM');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at, tags) values
  ('app-b69bhuk7', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjXXL36474vojbF84WnjtLPlLHjLfVbHWXA3MXJP2OKUlf192P2aCa62qvgNS5ipO4Nf', 1795391164527, 1795391164536, '[{"key":"team","value":"apiAppKey"}]');
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at, api_name, app_name) values
  ('app-b69bhuk7', 'service-hllhi243', 'release', 'api-p48mulge', 1795391164545, 'for_apps', 'shop_app'),
  ('app-b69bhuk7', 'service-hllhi243', 'test', 'api-p48mulge', 1795391164555, 'for_apps', 'shop_app');
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-4pcunpfi', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795391164604, 1795391164604),
  ('plain.example.com', 'service-4pcunpfi', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795391164624, 1795391164624);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-cpeid2mi', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795391164563, '[]', 1795391164563, 1795391164563);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-9gl8hdpc', 1251006373, 'ap-guangzhou', 'Shop', 'service-4pcunpfi', 'release', '["api-t8lmb1va"]', 'ASnJCjVsWAaw98PdwHPrMipcVgEi9oQbYSk4KtIEuyXcpd-VVbKC', 1, 0, '[]', 1795391164637, 1795391164637, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>20261122234604985f00f3-e472-46ec-97c1-e625a8a203e5</code> at <code>http://service-4pcunpfi-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-t8lmb1va">documented</a></li></ul>
<section id="api-t8lmb1va"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "20261122234604985f00f3-e472-46ec-97c1-e625a8a203e5"
  },
  "servers": [
    {
      "url": "http://service-4pcunpfi-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-t8lmb1va",
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
  ('plugin-t6rp9bw5', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795391164699, 1795391164699, '[]'),
  ('plugin-bekc4s9r', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795391164708, 1795391164708, '[{"key":"team","value":"plugin"}]');
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at, has_draft) values
  ('plugin-t6rp9bw5', 'service-ymoq4gga', 'release', 'api-9ncmfk7r', 1795391164715, 1),
  ('plugin-t6rp9bw5', 'service-ymoq4gga', 'release', 'api-akqysurg', 1795391164715, 0);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-omx4s5se', 'service-ymoq4gga', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795391164728, 1795391164728);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at, has_draft, api_created_at, is_latest) values
  ('IPStrategy-omx4s5se', 'service-ymoq4gga', 'release', 'api-9ncmfk7r', 1795391164736, 1, 1795391164656, 0),
  ('IPStrategy-omx4s5se', 'service-ymoq4gga', 'release', 'api-akqysurg', 1795391164736, 0, 1795391164673, 0),
  ('IPStrategy-omx4s5se', 'service-ymoq4gga', 'test', 'api-9ncmfk7r', 1795391164748, 1, 1795391164656, 1),
  ('IPStrategy-omx4s5se', 'service-ymoq4gga', 'test', 'api-akqysurg', 1795391164748, 0, 1795391164673, 1);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-0jxft4mv', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"isActiveEnabled":false,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795391164785, 1795391164785);
insert into bound_services (plan_id, service_id, environments, plan_created_at, service_created_at) values
  ('usagePlan-kszdz49i', 'service-a24zzogq', 4, 1795391164374, 1795391164171),
  ('usagePlan-18qdescc', 'service-a24zzogq', 1, 1795391164382, 1795391164171);
