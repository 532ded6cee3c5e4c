insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795374924600);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjWYyHboKWIEoFl4K_hUsBnZcNt5NPynAc2gQhLuSOObPhBbLtC06QnMUfWqzYmt');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-zce26cwm', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795374925029, 1795374925029),
  ('service-b2a8cpwm', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374925111, 1795374925111),
  ('service-fon8i3ch', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374926131, 1795374926131),
  ('service-k8wc7euv', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-87xvyxka', '[]', 1795374926465, 1795374926465),
  ('service-ulxtwd2o', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374926808, 1795374926808),
  ('service-fr8sa9m6', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374927211, 1795374927211);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-27mpglgg', 1251006373, 'ap-guangzhou', 'service-zce26cwm', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795374925128, 1795374925128, 'NORMAL', null, null),
  ('api-736npn7m', 1251006373, 'ap-guangzhou', 'service-zce26cwm', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374925184, 1795374925184, 'NORMAL', null, null),
  ('api-b5ltnpqe', 1251006373, 'ap-guangzhou', 'service-fon8i3ch', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374926157, 1795374926157, 'NORMAL', null, null),
  ('api-n88nq1n9', 1251006373, 'ap-guangzhou', 'service-fon8i3ch', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374926190, 1795374926190, 'OAUTH', null, null),
  ('api-qx7a8bgg', 1251006373, 'ap-guangzhou', 'service-fon8i3ch', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-n88nq1n9"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374926230, 1795374926230, 'NORMAL', 'api-n88nq1n9', null),
  ('api-s6f5pcw1', 1251006373, 'ap-guangzhou', 'service-k8wc7euv', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374926516, 1795374926516, 'NORMAL', null, null),
  ('api-8rikhdym', 1251006373, 'ap-guangzhou', 'service-ulxtwd2o', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374926823, 1795374926823, 'NORMAL', null, null),
  ('api-tkx0uyjp', 1251006373, 'ap-guangzhou', 'service-fr8sa9m6', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-o5ytp06j"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374927305, 1795374927305, 'NORMAL', null, 'upstream-o5ytp06j'),
  ('api-rvqu9ufz', 1251006373, 'ap-guangzhou', 'service-fr8sa9m6', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374927348, 1795374927382, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-zce26cwm', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-zce26cwm', 'api-736npn7m', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-3rxgshgb', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795374925604, 1795374925604),
  ('usagePlan-zt6oll8v', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795374925653, 1795374925653),
  ('usagePlan-2fb8a4as', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795374925673, 1795374925673);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjXiazXHM2OfxObG-mGM_E-p3OInG8_BDXyO8MgzKfh8yRURLlLHQ-xlLrxWzytSF643qA', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795374925692, 1795374925692),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjVITzQNCiH075DKSE6997P185AfBlOVtkzmZtAZntrb_p8BX8IHPnyBnJ4', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795374925706, 1795374925803);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-3rxgshgb', 'AKIDshop', 1795374925733),
  ('usagePlan-3rxgshgb', 'AKIDoff', 1795374925733),
  ('usagePlan-zt6oll8v', 'AKIDshop', 1795374925942);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-3rxgshgb', 'service-zce26cwm', 'release', '', 1795374925981),
  ('usagePlan-zt6oll8v', 'service-zce26cwm', 'test', 'api-27mpglgg', 1795374926020);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-3rxgshgb', 'service-zce26cwm', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122191525b1dcdb85-cca4-4c72-b281-f5030c29510c', 'service-zce26cwm', 'to release', 1795374925239),
  ('20261122191525feea34c8-e4cf-40b9-a014-8ba55a61ab8a', 'service-zce26cwm', 'to release', 1795374925338),
  ('20261122191525f124dd27-90b6-41ea-8e32-15becf245aaa', 'service-zce26cwm', 'to test', 1795374925365),
  ('20261122191525cb25f05b-9aa7-4d21-8493-ffb7ab7b55c2', 'service-zce26cwm', 'to prepub', 1795374925393),
  ('2026112219152693b261b8-026f-4fb8-af29-a375ddd210fa', 'service-fon8i3ch', 'to release', 1795374926243),
  ('202611221915261699ceec-93df-4810-b1fa-7fe4ae079bb5', 'service-k8wc7euv', 'to release', 1795374926556),
  ('20261122191526606679f4-1cba-4765-8d2c-ac0de989dd0f', 'service-ulxtwd2o', 'to release', 1795374926851),
  ('2026112219152657b8a92d-699f-465e-8ae5-ed0092621439', 'service-ulxtwd2o', 'to test', 1795374926869),
  ('2026112219152720263ec1-4963-4983-92f0-5bc318b58a18', 'service-fr8sa9m6', 'to release', 1795374927369);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-zce26cwm', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-zce26cwm', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-zce26cwm', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-fon8i3ch', 'XAjWQw2t6abEIxjEa93elvnUSZmpLasiXokszCUKGzk', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-n88nq1n9"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-fon8i3ch', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-fon8i3ch', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-k8wc7euv', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ulxtwd2o', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ulxtwd2o', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-fr8sa9m6', 'hgiKxHKbkGtuQr8HcfBN75wpahNKgN0lpaf03F8Zj-E', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-o5ytp06j"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-o5ytp06j'),
  ('service-fr8sa9m6', 'vkdtZs9QTzMSWZCx0tEJSc3TULq1Eo86XGp_z_iXvMk', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-o5ytp06j"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-o5ytp06j');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('20261122191525b1dcdb85-cca4-4c72-b281-f5030c29510c', 'api-s3chlk8w', 'service-zce26cwm', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795374925221, 1795374925221),
  ('20261122191525b1dcdb85-cca4-4c72-b281-f5030c29510c', 'api-736npn7m', 'service-zce26cwm', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374925184, 1795374925184),
  ('20261122191525b1dcdb85-cca4-4c72-b281-f5030c29510c', 'api-27mpglgg', 'service-zce26cwm', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374925128, 1795374925128),
  ('20261122191525feea34c8-e4cf-40b9-a014-8ba55a61ab8a', 'api-736npn7m', 'service-zce26cwm', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374925184, 1795374925184),
  ('20261122191525feea34c8-e4cf-40b9-a014-8ba55a61ab8a', 'api-27mpglgg', 'service-zce26cwm', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374925128, 1795374925128),
  ('20261122191525f124dd27-90b6-41ea-8e32-15becf245aaa', 'api-736npn7m', 'service-zce26cwm', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374925184, 1795374925184),
  ('20261122191525f124dd27-90b6-41ea-8e32-15becf245aaa', 'api-27mpglgg', 'service-zce26cwm', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374925128, 1795374925128),
  ('20261122191525cb25f05b-9aa7-4d21-8493-ffb7ab7b55c2', 'api-736npn7m', 'service-zce26cwm', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374925184, 1795374925184),
  ('20261122191525cb25f05b-9aa7-4d21-8493-ffb7ab7b55c2', 'api-27mpglgg', 'service-zce26cwm', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374925128, 1795374925128),
  ('2026112219152693b261b8-026f-4fb8-af29-a375ddd210fa', 'api-qx7a8bgg', 'service-fon8i3ch', 'XAjWQw2t6abEIxjEa93elvnUSZmpLasiXokszCUKGzk', '[]', 1795374926230, 1795374926230),
  ('2026112219152693b261b8-026f-4fb8-af29-a375ddd210fa', 'api-n88nq1n9', 'service-fon8i3ch', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795374926190, 1795374926190),
  ('2026112219152693b261b8-026f-4fb8-af29-a375ddd210fa', 'api-b5ltnpqe', 'service-fon8i3ch', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795374926157, 1795374926157),
  ('202611221915261699ceec-93df-4810-b1fa-7fe4ae079bb5', 'api-s6f5pcw1', 'service-k8wc7euv', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795374926516, 1795374926516),
  ('20261122191526606679f4-1cba-4765-8d2c-ac0de989dd0f', 'api-4h3nt2n7', 'service-ulxtwd2o', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374926837, 1795374926837),
  ('20261122191526606679f4-1cba-4765-8d2c-ac0de989dd0f', 'api-8rikhdym', 'service-ulxtwd2o', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374926823, 1795374926823),
  ('2026112219152657b8a92d-699f-465e-8ae5-ed0092621439', 'api-4h3nt2n7', 'service-ulxtwd2o', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795374926837, 1795374926837),
  ('2026112219152657b8a92d-699f-465e-8ae5-ed0092621439', 'api-8rikhdym', 'service-ulxtwd2o', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795374926823, 1795374926823),
  ('2026112219152720263ec1-4963-4983-92f0-5bc318b58a18', 'api-rvqu9ufz', 'service-fr8sa9m6', 'hgiKxHKbkGtuQr8HcfBN75wpahNKgN0lpaf03F8Zj-E', '[]', 1795374927348, 1795374927348),
  ('2026112219152720263ec1-4963-4983-92f0-5bc318b58a18', 'api-tkx0uyjp', 'service-fr8sa9m6', 'vkdtZs9QTzMSWZCx0tEJSc3TULq1Eo86XGp_z_iXvMk', '[]', 1795374927305, 1795374927305);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-zce26cwm', 'release', '20261122191525b1dcdb85-cca4-4c72-b281-f5030c29510c', 1795374925484),
  ('service-zce26cwm', 'test', '20261122191525f124dd27-90b6-41ea-8e32-15becf245aaa', 1795374925365),
  ('service-fon8i3ch', 'release', '2026112219152693b261b8-026f-4fb8-af29-a375ddd210fa', 1795374926243),
  ('service-k8wc7euv', 'release', '202611221915261699ceec-93df-4810-b1fa-7fe4ae079bb5', 1795374926556),
  ('service-ulxtwd2o', 'release', '20261122191526606679f4-1cba-4765-8d2c-ac0de989dd0f', 1795374926851),
  ('service-ulxtwd2o', 'test', '2026112219152657b8a92d-699f-465e-8ae5-ed0092621439', 1795374926869),
  ('service-fr8sa9m6', 'release', '2026112219152720263ec1-4963-4983-92f0-5bc318b58a18', 1795374927369);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-zce26cwm', 'release', '20261122191525b1dcdb85-cca4-4c72-b281-f5030c29510c', 'to release', 1795374925239),
  (2, 'service-zce26cwm', 'release', '20261122191525feea34c8-e4cf-40b9-a014-8ba55a61ab8a', 'to release', 1795374925338),
  (3, 'service-zce26cwm', 'test', '20261122191525f124dd27-90b6-41ea-8e32-15becf245aaa', 'to test', 1795374925365),
  (4, 'service-zce26cwm', 'prepub', '20261122191525cb25f05b-9aa7-4d21-8493-ffb7ab7b55c2', 'to prepub', 1795374925393),
  (5, 'service-zce26cwm', 'release', '20261122191525b1dcdb85-cca4-4c72-b281-f5030c29510c', 'back', 1795374925484),
  (6, 'service-fon8i3ch', 'release', '2026112219152693b261b8-026f-4fb8-af29-a375ddd210fa', 'to release', 1795374926243),
  (7, 'service-k8wc7euv', 'release', '202611221915261699ceec-93df-4810-b1fa-7fe4ae079bb5', 'to release', 1795374926556),
  (8, 'service-ulxtwd2o', 'release', '20261122191526606679f4-1cba-4765-8d2c-ac0de989dd0f', 'to release', 1795374926851),
  (9, 'service-ulxtwd2o', 'test', '2026112219152657b8a92d-699f-465e-8ae5-ed0092621439', 'to test', 1795374926869),
  (10, 'service-fr8sa9m6', 'release', '2026112219152720263ec1-4963-4983-92f0-5bc318b58a18', 'to release', 1795374927369);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-zce26cwm'),
  (2, 'service', 'service-b2a8cpwm'),
  (3, 'environment', 'service-zce26cwm/release'),
  (4, 'service', 'service-zce26cwm'),
  (5, 'environment', 'service-zce26cwm/release'),
  (6, 'environment', 'service-zce26cwm/test'),
  (7, 'environment', 'service-zce26cwm/prepub'),
  (8, 'environment', 'service-zce26cwm/prepub'),
  (9, 'environment', 'service-zce26cwm/release'),
  (10, 'service', 'service-zce26cwm'),
  (11, 'service', 'service-zce26cwm'),
  (12, 'usage-plan', 'usagePlan-3rxgshgb'),
  (13, 'usage-plan', 'usagePlan-zt6oll8v'),
  (14, 'usage-plan', 'usagePlan-2fb8a4as'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-zce26cwm'),
  (22, 'service', 'service-zce26cwm'),
  (23, 'service', 'service-fon8i3ch'),
  (24, 'environment', 'service-fon8i3ch/release'),
  (25, 'api-app', 'app-800ytf1e'),
  (26, 'api-app', 'app-800ytf1e'),
  (27, 'app-bindings', 'service-fon8i3ch/release/api-b5ltnpqe'),
  (28, 'app-bindings', 'service-fon8i3ch/test/api-b5ltnpqe'),
  (29, 'service', 'service-k8wc7euv'),
  (30, 'environment', 'service-k8wc7euv/release'),
  (31, 'service', 'service-k8wc7euv'),
  (32, 'service', 'service-k8wc7euv'),
  (33, 'service', 'service-ulxtwd2o'),
  (34, 'environment', 'service-ulxtwd2o/release'),
  (35, 'environment', 'service-ulxtwd2o/test'),
  (36, 'service', 'service-ulxtwd2o'),
  (37, 'service', 'service-ulxtwd2o'),
  (38, 'service', 'service-ulxtwd2o'),
  (39, 'service', 'service-ulxtwd2o'),
  (40, 'service', 'service-fr8sa9m6'),
  (41, 'upstream', 'upstream-o5ytp06j'),
  (42, 'environment', 'service-fr8sa9m6/release'),
  (43, 'api-app', 'app-800ytf1e');
insert into settings (name, value) values
  ('key-check', 'ASnJCjVMsO4C0RnNje__JmMD7DO7C7BRxYeyKNWqdNu1yrhBj2wM1SA');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at, tags) values
  ('app-800ytf1e', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjXR9pzRnsZIzcuWkwVB5paXCJS5yv8J24nl6ukM6NhWqTgYDn5qaI82M4igpJiRLJ-r', 1795374926264, 1795374926330, '[{"key":"team","value":"apiAppKey"}]');
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-800ytf1e', 'service-fon8i3ch', 'release', 'api-b5ltnpqe', 1795374926384),
  ('app-800ytf1e', 'service-fon8i3ch', 'test', 'api-b5ltnpqe', 1795374926414);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-k8wc7euv', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795374926648, 1795374926648),
  ('plain.example.com', 'service-k8wc7euv', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795374926752, 1795374926752);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-87xvyxka', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795374926443, '[]', 1795374926443, 1795374926443);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-lsqc07kg', 1251006373, 'ap-guangzhou', 'Shop', 'service-k8wc7euv', 'release', '["api-s6f5pcw1"]', 'ASnJCjULhwE5Chmo-58dXheEJKSlHXjs9VLY-b4F86l0_oPoDG9_', 1, 0, '[]', 1795374926782, 1795374926782, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>202611221915261699ceec-93df-4810-b1fa-7fe4ae079bb5</code> at <code>http://service-k8wc7euv-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-s6f5pcw1">documented</a></li></ul>
<section id="api-s6f5pcw1"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "202611221915261699ceec-93df-4810-b1fa-7fe4ae079bb5"
  },
  "servers": [
    {
      "url": "http://service-k8wc7euv-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-s6f5pcw1",
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
  ('plugin-kco9avnv', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795374926885, 1795374926885, '[]'),
  ('plugin-acbr120o', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795374926927, 1795374926927, '[{"key":"team","value":"plugin"}]');
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at, has_draft) values
  ('plugin-kco9avnv', 'service-ulxtwd2o', 'release', 'api-8rikhdym', 1795374926949, 1),
  ('plugin-kco9avnv', 'service-ulxtwd2o', 'release', 'api-4h3nt2n7', 1795374926949, 0);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-9403bsc5', 'service-ulxtwd2o', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795374926991, 1795374926991);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at, has_draft) values
  ('IPStrategy-9403bsc5', 'service-ulxtwd2o', 'release', 'api-8rikhdym', 1795374927025, 1),
  ('IPStrategy-9403bsc5', 'service-ulxtwd2o', 'release', 'api-4h3nt2n7', 1795374927025, 0),
  ('IPStrategy-9403bsc5', 'service-ulxtwd2o', 'test', 'api-8rikhdym', 1795374927077, 1),
  ('IPStrategy-9403bsc5', 'service-ulxtwd2o', 'test', 'api-4h3nt2n7', 1795374927077, 0);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-o5ytp06j', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"isActiveEnabled":false,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795374927246, 1795374927246);
