insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795377830943);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjU9t_DVeqMMgWFIQpQguROsSSBpgy9vhV3QlNrUqSZ3fp_GUxlvPptwhJebw0is');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-gzzk9u74', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795377831093, 1795377831093),
  ('service-m1tnr8lb', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377831136, 1795377831136),
  ('service-ytgnh77j', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377831401, 1795377831401),
  ('service-th5i3ck6', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-oh5onz74', '[]', 1795377831520, 1795377831520),
  ('service-nk9d86bg', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377831620, 1795377831620);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id) values
  ('api-a0p3p14s', 1251006373, 'ap-guangzhou', 'service-gzzk9u74', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795377831152, 1795377831152, 'NORMAL', null),
  ('api-l5n5ovlx', 1251006373, 'ap-guangzhou', 'service-gzzk9u74', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377831172, 1795377831172, 'NORMAL', null),
  ('api-nsvg7mp8', 1251006373, 'ap-guangzhou', 'service-ytgnh77j', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377831412, 1795377831412, 'NORMAL', null),
  ('api-ox7j88ub', 1251006373, 'ap-guangzhou', 'service-ytgnh77j', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377831418, 1795377831418, 'OAUTH', null),
  ('api-5cfy2ip0', 1251006373, 'ap-guangzhou', 'service-ytgnh77j', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-ox7j88ub"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377831432, 1795377831432, 'NORMAL', 'api-ox7j88ub'),
  ('api-yshg21p5', 1251006373, 'ap-guangzhou', 'service-th5i3ck6', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377831532, 1795377831532, 'NORMAL', null),
  ('api-dj28fe1m', 1251006373, 'ap-guangzhou', 'service-nk9d86bg', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377831629, 1795377831629, 'NORMAL', null);
insert into service_strategies (service_id, environment, rate) values
  ('service-gzzk9u74', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-gzzk9u74', 'api-l5n5ovlx', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-efeae95v', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795377831294, 1795377831294),
  ('usagePlan-jzyfyjlk', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795377831301, 1795377831301),
  ('usagePlan-0g5g4muw', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795377831309, 1795377831309);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjUDadFhwcOXVh-qHVFgb9NrnoIx86HWSyuomF4u1OpguNSdtVyfVH0Oaag_f-GOJQk-pw', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795377831315, 1795377831315),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjV_XVusZDeR_x2VD0qqVpHHtefAMJuD84GNQl-vZSumVQUq1MuUyF3Blf4', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795377831325, 1795377831343);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-efeae95v', 'AKIDshop', 1795377831331),
  ('usagePlan-efeae95v', 'AKIDoff', 1795377831331),
  ('usagePlan-jzyfyjlk', 'AKIDshop', 1795377831351);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-efeae95v', 'service-gzzk9u74', 'release', '', 1795377831358),
  ('usagePlan-jzyfyjlk', 'service-gzzk9u74', 'test', 'api-a0p3p14s', 1795377831367);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-efeae95v', 'service-gzzk9u74', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122200351704aeb3c-7144-4e1c-bea7-129e1d768553', 'service-gzzk9u74', 'to release', 1795377831195),
  ('20261122200351e072dff1-e192-4d6b-ad39-7fcc46c56ed7', 'service-gzzk9u74', 'to release', 1795377831221),
  ('20261122200351c83b8ad8-0ac9-48ff-b1c9-4aed98faca0a', 'service-gzzk9u74', 'to test', 1795377831230),
  ('20261122200351cf047fb7-1726-4a71-8def-4f0f6f1287f0', 'service-gzzk9u74', 'to prepub', 1795377831240),
  ('20261122200351f87ac1cd-31f0-4b91-a4b4-3e6fa2811ea9', 'service-ytgnh77j', 'to release', 1795377831444),
  ('20261122200351df2b9a47-244a-4db1-a2d8-eb4f3cb538e1', 'service-th5i3ck6', 'to release', 1795377831541),
  ('2026112220035191d5b7ab-6a5b-483a-a6a4-44c485d4143b', 'service-nk9d86bg', 'to release', 1795377831649),
  ('20261122200351ee95c067-3cf3-404e-b4f1-fe51e5016d4e', 'service-nk9d86bg', 'to test', 1795377831663);
insert into frozen_definitions (service_id, digest, definition) values
  ('service-gzzk9u74', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-gzzk9u74', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-gzzk9u74', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}'),
  ('service-ytgnh77j', '8SaDY0A6F5Ztdo2nYf8IKj34m9lPv6gwo9Y7ZcMv19g', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-ox7j88ub"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-ytgnh77j', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-ytgnh77j', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-th5i3ck6', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-nk9d86bg', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-nk9d86bg', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '{"name":"at /free","description":null,"apiType":"NORMAL","path":"/free","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-nk9d86bg', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('20261122200351704aeb3c-7144-4e1c-bea7-129e1d768553', 'api-tiuho47f', 'service-gzzk9u74', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795377831185, 1795377831185),
  ('20261122200351704aeb3c-7144-4e1c-bea7-129e1d768553', 'api-l5n5ovlx', 'service-gzzk9u74', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377831172, 1795377831172),
  ('20261122200351704aeb3c-7144-4e1c-bea7-129e1d768553', 'api-a0p3p14s', 'service-gzzk9u74', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377831152, 1795377831152),
  ('20261122200351e072dff1-e192-4d6b-ad39-7fcc46c56ed7', 'api-l5n5ovlx', 'service-gzzk9u74', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377831172, 1795377831172),
  ('20261122200351e072dff1-e192-4d6b-ad39-7fcc46c56ed7', 'api-a0p3p14s', 'service-gzzk9u74', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377831152, 1795377831152),
  ('20261122200351c83b8ad8-0ac9-48ff-b1c9-4aed98faca0a', 'api-l5n5ovlx', 'service-gzzk9u74', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377831172, 1795377831172),
  ('20261122200351c83b8ad8-0ac9-48ff-b1c9-4aed98faca0a', 'api-a0p3p14s', 'service-gzzk9u74', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377831152, 1795377831152),
  ('20261122200351cf047fb7-1726-4a71-8def-4f0f6f1287f0', 'api-l5n5ovlx', 'service-gzzk9u74', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377831172, 1795377831172),
  ('20261122200351cf047fb7-1726-4a71-8def-4f0f6f1287f0', 'api-a0p3p14s', 'service-gzzk9u74', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377831152, 1795377831152),
  ('20261122200351f87ac1cd-31f0-4b91-a4b4-3e6fa2811ea9', 'api-5cfy2ip0', 'service-ytgnh77j', '8SaDY0A6F5Ztdo2nYf8IKj34m9lPv6gwo9Y7ZcMv19g', '[]', 1795377831432, 1795377831432),
  ('20261122200351f87ac1cd-31f0-4b91-a4b4-3e6fa2811ea9', 'api-ox7j88ub', 'service-ytgnh77j', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795377831418, 1795377831418),
  ('20261122200351f87ac1cd-31f0-4b91-a4b4-3e6fa2811ea9', 'api-nsvg7mp8', 'service-ytgnh77j', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795377831412, 1795377831412),
  ('20261122200351df2b9a47-244a-4db1-a2d8-eb4f3cb538e1', 'api-yshg21p5', 'service-th5i3ck6', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795377831532, 1795377831532),
  ('2026112220035191d5b7ab-6a5b-483a-a6a4-44c485d4143b', 'api-ybk65j9j', 'service-nk9d86bg', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377831643, 1795377831643),
  ('2026112220035191d5b7ab-6a5b-483a-a6a4-44c485d4143b', 'api-mwj0t86l', 'service-nk9d86bg', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377831635, 1795377831635),
  ('2026112220035191d5b7ab-6a5b-483a-a6a4-44c485d4143b', 'api-dj28fe1m', 'service-nk9d86bg', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377831629, 1795377831629),
  ('20261122200351ee95c067-3cf3-404e-b4f1-fe51e5016d4e', 'api-ybk65j9j', 'service-nk9d86bg', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377831643, 1795377831643),
  ('20261122200351ee95c067-3cf3-404e-b4f1-fe51e5016d4e', 'api-mwj0t86l', 'service-nk9d86bg', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377831635, 1795377831635),
  ('20261122200351ee95c067-3cf3-404e-b4f1-fe51e5016d4e', 'api-dj28fe1m', 'service-nk9d86bg', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377831629, 1795377831629);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-gzzk9u74', 'release', '20261122200351704aeb3c-7144-4e1c-bea7-129e1d768553', 1795377831262),
  ('service-gzzk9u74', 'test', '20261122200351c83b8ad8-0ac9-48ff-b1c9-4aed98faca0a', 1795377831230),
  ('service-ytgnh77j', 'release', '20261122200351f87ac1cd-31f0-4b91-a4b4-3e6fa2811ea9', 1795377831444),
  ('service-th5i3ck6', 'release', '20261122200351df2b9a47-244a-4db1-a2d8-eb4f3cb538e1', 1795377831541),
  ('service-nk9d86bg', 'release', '2026112220035191d5b7ab-6a5b-483a-a6a4-44c485d4143b', 1795377831649),
  ('service-nk9d86bg', 'test', '20261122200351ee95c067-3cf3-404e-b4f1-fe51e5016d4e', 1795377831663);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-gzzk9u74', 'release', '20261122200351704aeb3c-7144-4e1c-bea7-129e1d768553', 'to release', 1795377831195),
  (2, 'service-gzzk9u74', 'release', '20261122200351e072dff1-e192-4d6b-ad39-7fcc46c56ed7', 'to release', 1795377831221),
  (3, 'service-gzzk9u74', 'test', '20261122200351c83b8ad8-0ac9-48ff-b1c9-4aed98faca0a', 'to test', 1795377831230),
  (4, 'service-gzzk9u74', 'prepub', '20261122200351cf047fb7-1726-4a71-8def-4f0f6f1287f0', 'to prepub', 1795377831240),
  (5, 'service-gzzk9u74', 'release', '20261122200351704aeb3c-7144-4e1c-bea7-129e1d768553', 'back', 1795377831262),
  (6, 'service-ytgnh77j', 'release', '20261122200351f87ac1cd-31f0-4b91-a4b4-3e6fa2811ea9', 'to release', 1795377831444),
  (7, 'service-th5i3ck6', 'release', '20261122200351df2b9a47-244a-4db1-a2d8-eb4f3cb538e1', 'to release', 1795377831541),
  (8, 'service-nk9d86bg', 'release', '2026112220035191d5b7ab-6a5b-483a-a6a4-44c485d4143b', 'to release', 1795377831649),
  (9, 'service-nk9d86bg', 'test', '20261122200351ee95c067-3cf3-404e-b4f1-fe51e5016d4e', 'to test', 1795377831663);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-gzzk9u74'),
  (2, 'service', 'service-m1tnr8lb'),
  (3, 'environment', 'service-gzzk9u74/release'),
  (4, 'service', 'service-gzzk9u74'),
  (5, 'environment', 'service-gzzk9u74/release'),
  (6, 'environment', 'service-gzzk9u74/test'),
  (7, 'environment', 'service-gzzk9u74/prepub'),
  (8, 'environment', 'service-gzzk9u74/prepub'),
  (9, 'environment', 'service-gzzk9u74/release'),
  (10, 'service', 'service-gzzk9u74'),
  (11, 'service', 'service-gzzk9u74'),
  (12, 'usage-plan', 'usagePlan-efeae95v'),
  (13, 'usage-plan', 'usagePlan-jzyfyjlk'),
  (14, 'usage-plan', 'usagePlan-0g5g4muw'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-gzzk9u74'),
  (22, 'service', 'service-gzzk9u74'),
  (23, 'service', 'service-ytgnh77j'),
  (24, 'environment', 'service-ytgnh77j/release'),
  (25, 'api-app', 'app-c1ok2qs1'),
  (26, 'api-app', 'app-c1ok2qs1'),
  (27, 'app-bindings', 'service-ytgnh77j/release/api-nsvg7mp8'),
  (28, 'app-bindings', 'service-ytgnh77j/test/api-nsvg7mp8'),
  (29, 'service', 'service-th5i3ck6'),
  (30, 'environment', 'service-th5i3ck6/release'),
  (31, 'service', 'service-th5i3ck6'),
  (32, 'service', 'service-th5i3ck6'),
  (33, 'service', 'service-nk9d86bg'),
  (34, 'environment', 'service-nk9d86bg/release'),
  (35, 'environment', 'service-nk9d86bg/test'),
  (36, 'service', 'service-nk9d86bg'),
  (37, 'service', 'service-nk9d86bg'),
  (38, 'service', 'service-nk9d86bg'),
  (39, 'service', 'service-nk9d86bg'),
  (40, 'service', 'service-nk9d86bg');
insert into settings (name, value) values
  ('key-check', 'ASnJCjUA_sIcH7FvBn41Zut1cF_aCj2D7qe-U-mNIThvad20FH-p7VA');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at) values
  ('app-c1ok2qs1', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjWxuiRu_owveTR1mr4vuefAZQ9Yw5O0jqpN_--703zQBlmvI1je7FVR9Yq_PSFCYKsm', 1795377831456, 1795377831473);
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-c1ok2qs1', 'service-ytgnh77j', 'release', 'api-nsvg7mp8', 1795377831496),
  ('app-c1ok2qs1', 'service-ytgnh77j', 'test', 'api-nsvg7mp8', 1795377831507);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-th5i3ck6', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795377831566, 1795377831566),
  ('plain.example.com', 'service-th5i3ck6', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795377831597, 1795377831597);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-oh5onz74', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795377831514, '[]', 1795377831514, 1795377831514);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-4b6yuh53', 1251006373, 'ap-guangzhou', 'Shop', 'service-th5i3ck6', 'release', '["api-yshg21p5"]', 'ASnJCjXcf51mPbV25AX6T_JzOEXP4v8zKwEsaWTvyvKtw2myC78X', 1, 0, '[]', 1795377831607, 1795377831607, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>20261122200351df2b9a47-244a-4db1-a2d8-eb4f3cb538e1</code> at <code>http://service-th5i3ck6-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-yshg21p5">documented</a></li></ul>
<section id="api-yshg21p5"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "20261122200351df2b9a47-244a-4db1-a2d8-eb4f3cb538e1"
  },
  "servers": [
    {
      "url": "http://service-th5i3ck6-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-yshg21p5",
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
  ('plugin-ubcc6x66', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795377831682, 1795377831682),
  ('plugin-jpk72rej', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795377831690, 1795377831690);
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at) values
  ('plugin-ubcc6x66', 'service-nk9d86bg', 'release', 'api-dj28fe1m', 1795377831696),
  ('plugin-ubcc6x66', 'service-nk9d86bg', 'release', 'api-ybk65j9j', 1795377831696);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-pl2mszvf', 'service-nk9d86bg', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795377831714, 1795377831714);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at) values
  ('IPStrategy-pl2mszvf', 'service-nk9d86bg', 'release', 'api-dj28fe1m', 1795377831720),
  ('IPStrategy-pl2mszvf', 'service-nk9d86bg', 'release', 'api-ybk65j9j', 1795377831720),
  ('IPStrategy-pl2mszvf', 'service-nk9d86bg', 'test', 'api-dj28fe1m', 1795377831735),
  ('IPStrategy-pl2mszvf', 'service-nk9d86bg', 'test', 'api-ybk65j9j', 1795377831735);
