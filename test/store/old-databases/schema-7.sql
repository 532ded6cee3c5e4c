insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795377848593);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjXeqSAydaoqNW-kkKZWDK31uS6a9xAVmAVCpC9ic-z4HmqoAfYcu8MhBQ6k-BBC');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-38rluonh', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795377848658, 1795377848658),
  ('service-mmltj1qf', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377848703, 1795377848703),
  ('service-wvuf461o', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377849335, 1795377849335),
  ('service-to7kbf70', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-uvart0bb', '[]', 1795377849846, 1795377849846),
  ('service-ddc8h90w', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377850004, 1795377850004),
  ('service-7vqkopwa', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377850353, 1795377850353);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-hpocopee', 1251006373, 'ap-guangzhou', 'service-38rluonh', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795377848718, 1795377848718, 'NORMAL', null, null),
  ('api-9482krrl', 1251006373, 'ap-guangzhou', 'service-38rluonh', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377848735, 1795377848735, 'NORMAL', null, null),
  ('api-z6m3c9kz', 1251006373, 'ap-guangzhou', 'service-wvuf461o', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377849348, 1795377849348, 'NORMAL', null, null),
  ('api-np0e3yad', 1251006373, 'ap-guangzhou', 'service-wvuf461o', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377849415, 1795377849415, 'OAUTH', null, null),
  ('api-754u47ly', 1251006373, 'ap-guangzhou', 'service-wvuf461o', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-np0e3yad"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377849432, 1795377849432, 'NORMAL', 'api-np0e3yad', null),
  ('api-a45isbtk', 1251006373, 'ap-guangzhou', 'service-to7kbf70', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377849877, 1795377849877, 'NORMAL', null, null),
  ('api-gbsoe1rx', 1251006373, 'ap-guangzhou', 'service-ddc8h90w', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377850019, 1795377850019, 'NORMAL', null, null),
  ('api-t2tqfpud', 1251006373, 'ap-guangzhou', 'service-7vqkopwa', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-wjrohy6w"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377850379, 1795377850379, 'NORMAL', null, 'upstream-wjrohy6w'),
  ('api-g221ngla', 1251006373, 'ap-guangzhou', 'service-7vqkopwa', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377850391, 1795377850414, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-38rluonh', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-38rluonh', 'api-9482krrl', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-wl68d0si', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795377849060, 1795377849060),
  ('usagePlan-4h79oxyg', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795377849073, 1795377849073),
  ('usagePlan-wrz2i33j', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795377849161, 1795377849161);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjU6Zw-NyUj2aNWyNEFgkTzbKAmwZ9oLRe6DqU1l15palepjBalPAOVGzO3aZUoDREUGKg', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795377849169, 1795377849169),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjVlP8F7fmzGHTEoR2lj8VmKsB4t4JzwDxjdcz8WhA0p_FaFtbsDwa48p2w', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795377849189, 1795377849220);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-wl68d0si', 'AKIDshop', 1795377849204),
  ('usagePlan-wl68d0si', 'AKIDoff', 1795377849204),
  ('usagePlan-4h79oxyg', 'AKIDshop', 1795377849233);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-wl68d0si', 'service-38rluonh', 'release', '', 1795377849252),
  ('usagePlan-4h79oxyg', 'service-38rluonh', 'test', 'api-hpocopee', 1795377849272);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-wl68d0si', 'service-38rluonh', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122200408e51952f7-f12d-4f9c-a3a0-88ea9ff0b4be', 'service-38rluonh', 'to release', 1795377848756),
  ('202611222004083db32451-a314-4fdf-a89f-2213a46f2f66', 'service-38rluonh', 'to release', 1795377848793),
  ('20261122200408509af708-3ad8-4fbb-b02b-0c42db1969a2', 'service-38rluonh', 'to test', 1795377848803),
  ('202611222004083e5c2551-5df9-4127-8388-c2587b25defe', 'service-38rluonh', 'to prepub', 1795377848892),
  ('20261122200409b0892764-4ac7-46a5-a80a-e18fd666f731', 'service-wvuf461o', 'to release', 1795377849440),
  ('202611222004090a1ff7f7-8e19-4dc6-b3d9-94ad409d465c', 'service-to7kbf70', 'to release', 1795377849899),
  ('20261122200410acf90e5e-8583-4064-8a7e-d926616403ee', 'service-ddc8h90w', 'to release', 1795377850052),
  ('20261122200410967018b6-1d26-4ad1-9bb3-ffb9b47d108b', 'service-ddc8h90w', 'to test', 1795377850072),
  ('20261122200410599366d9-dc60-4e95-b950-747d23845dfb', 'service-7vqkopwa', 'to release', 1795377850402);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-38rluonh', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-38rluonh', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-38rluonh', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-wvuf461o', 's2gUYKzkKBnQgKMwU56tw2fs4ESodyJqph27fhHBC7U', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-np0e3yad"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-wvuf461o', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-wvuf461o', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-to7kbf70', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ddc8h90w', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ddc8h90w', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '{"name":"at /free","description":null,"apiType":"NORMAL","path":"/free","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-ddc8h90w', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-7vqkopwa', 'RjaKLwi-ZeRTpp9gdoMH5ecOBKKxfuQJtwUXMAuHx7c', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-wjrohy6w"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-wjrohy6w'),
  ('service-7vqkopwa', 'a4HBhEn6aaisuNii2YxUrK9blcZF1mjnIfxcv6JQPjI', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-wjrohy6w"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-wjrohy6w');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('20261122200408e51952f7-f12d-4f9c-a3a0-88ea9ff0b4be', 'api-dl30jrrz', 'service-38rluonh', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795377848747, 1795377848747),
  ('20261122200408e51952f7-f12d-4f9c-a3a0-88ea9ff0b4be', 'api-9482krrl', 'service-38rluonh', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377848735, 1795377848735),
  ('20261122200408e51952f7-f12d-4f9c-a3a0-88ea9ff0b4be', 'api-hpocopee', 'service-38rluonh', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377848718, 1795377848718),
  ('202611222004083db32451-a314-4fdf-a89f-2213a46f2f66', 'api-9482krrl', 'service-38rluonh', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377848735, 1795377848735),
  ('202611222004083db32451-a314-4fdf-a89f-2213a46f2f66', 'api-hpocopee', 'service-38rluonh', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377848718, 1795377848718),
  ('20261122200408509af708-3ad8-4fbb-b02b-0c42db1969a2', 'api-9482krrl', 'service-38rluonh', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377848735, 1795377848735),
  ('20261122200408509af708-3ad8-4fbb-b02b-0c42db1969a2', 'api-hpocopee', 'service-38rluonh', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377848718, 1795377848718),
  ('202611222004083e5c2551-5df9-4127-8388-c2587b25defe', 'api-9482krrl', 'service-38rluonh', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377848735, 1795377848735),
  ('202611222004083e5c2551-5df9-4127-8388-c2587b25defe', 'api-hpocopee', 'service-38rluonh', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377848718, 1795377848718),
  ('20261122200409b0892764-4ac7-46a5-a80a-e18fd666f731', 'api-754u47ly', 'service-wvuf461o', 's2gUYKzkKBnQgKMwU56tw2fs4ESodyJqph27fhHBC7U', '[]', 1795377849432, 1795377849432),
  ('20261122200409b0892764-4ac7-46a5-a80a-e18fd666f731', 'api-np0e3yad', 'service-wvuf461o', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795377849415, 1795377849415),
  ('20261122200409b0892764-4ac7-46a5-a80a-e18fd666f731', 'api-z6m3c9kz', 'service-wvuf461o', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795377849348, 1795377849348),
  ('202611222004090a1ff7f7-8e19-4dc6-b3d9-94ad409d465c', 'api-a45isbtk', 'service-to7kbf70', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795377849877, 1795377849877),
  ('20261122200410acf90e5e-8583-4064-8a7e-d926616403ee', 'api-t2xkqmrw', 'service-ddc8h90w', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377850041, 1795377850041),
  ('20261122200410acf90e5e-8583-4064-8a7e-d926616403ee', 'api-udwudsql', 'service-ddc8h90w', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377850029, 1795377850029),
  ('20261122200410acf90e5e-8583-4064-8a7e-d926616403ee', 'api-gbsoe1rx', 'service-ddc8h90w', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377850019, 1795377850019),
  ('20261122200410967018b6-1d26-4ad1-9bb3-ffb9b47d108b', 'api-t2xkqmrw', 'service-ddc8h90w', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377850041, 1795377850041),
  ('20261122200410967018b6-1d26-4ad1-9bb3-ffb9b47d108b', 'api-udwudsql', 'service-ddc8h90w', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377850029, 1795377850029),
  ('20261122200410967018b6-1d26-4ad1-9bb3-ffb9b47d108b', 'api-gbsoe1rx', 'service-ddc8h90w', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377850019, 1795377850019),
  ('20261122200410599366d9-dc60-4e95-b950-747d23845dfb', 'api-g221ngla', 'service-7vqkopwa', 'RjaKLwi-ZeRTpp9gdoMH5ecOBKKxfuQJtwUXMAuHx7c', '[]', 1795377850391, 1795377850391),
  ('20261122200410599366d9-dc60-4e95-b950-747d23845dfb', 'api-t2tqfpud', 'service-7vqkopwa', 'a4HBhEn6aaisuNii2YxUrK9blcZF1mjnIfxcv6JQPjI', '[]', 1795377850379, 1795377850379);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-38rluonh', 'release', '20261122200408e51952f7-f12d-4f9c-a3a0-88ea9ff0b4be', 1795377848992),
  ('service-38rluonh', 'test', '20261122200408509af708-3ad8-4fbb-b02b-0c42db1969a2', 1795377848803),
  ('service-wvuf461o', 'release', '20261122200409b0892764-4ac7-46a5-a80a-e18fd666f731', 1795377849440),
  ('service-to7kbf70', 'release', '202611222004090a1ff7f7-8e19-4dc6-b3d9-94ad409d465c', 1795377849899),
  ('service-ddc8h90w', 'release', '20261122200410acf90e5e-8583-4064-8a7e-d926616403ee', 1795377850052),
  ('service-ddc8h90w', 'test', '20261122200410967018b6-1d26-4ad1-9bb3-ffb9b47d108b', 1795377850072),
  ('service-7vqkopwa', 'release', '20261122200410599366d9-dc60-4e95-b950-747d23845dfb', 1795377850402);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-38rluonh', 'release', '20261122200408e51952f7-f12d-4f9c-a3a0-88ea9ff0b4be', 'to release', 1795377848756),
  (2, 'service-38rluonh', 'release', '202611222004083db32451-a314-4fdf-a89f-2213a46f2f66', 'to release', 1795377848793),
  (3, 'service-38rluonh', 'test', '20261122200408509af708-3ad8-4fbb-b02b-0c42db1969a2', 'to test', 1795377848803),
  (4, 'service-38rluonh', 'prepub', '202611222004083e5c2551-5df9-4127-8388-c2587b25defe', 'to prepub', 1795377848892),
  (5, 'service-38rluonh', 'release', '20261122200408e51952f7-f12d-4f9c-a3a0-88ea9ff0b4be', 'back', 1795377848992),
  (6, 'service-wvuf461o', 'release', '20261122200409b0892764-4ac7-46a5-a80a-e18fd666f731', 'to release', 1795377849440),
  (7, 'service-to7kbf70', 'release', '202611222004090a1ff7f7-8e19-4dc6-b3d9-94ad409d465c', 'to release', 1795377849899),
  (8, 'service-ddc8h90w', 'release', '20261122200410acf90e5e-8583-4064-8a7e-d926616403ee', 'to release', 1795377850052),
  (9, 'service-ddc8h90w', 'test', '20261122200410967018b6-1d26-4ad1-9bb3-ffb9b47d108b', 'to test', 1795377850072),
  (10, 'service-7vqkopwa', 'release', '20261122200410599366d9-dc60-4e95-b950-747d23845dfb', 'to release', 1795377850402);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-38rluonh'),
  (2, 'service', 'service-mmltj1qf'),
  (3, 'environment', 'service-38rluonh/release'),
  (4, 'service', 'service-38rluonh'),
  (5, 'environment', 'service-38rluonh/release'),
  (6, 'environment', 'service-38rluonh/test'),
  (7, 'environment', 'service-38rluonh/prepub'),
  (8, 'environment', 'service-38rluonh/prepub'),
  (9, 'environment', 'service-38rluonh/release'),
  (10, 'service', 'service-38rluonh'),
  (11, 'service', 'service-38rluonh'),
  (12, 'usage-plan', 'usagePlan-wl68d0si'),
  (13, 'usage-plan', 'usagePlan-4h79oxyg'),
  (14, 'usage-plan', 'usagePlan-wrz2i33j'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-38rluonh'),
  (22, 'service', 'service-38rluonh'),
  (23, 'service', 'service-wvuf461o'),
  (24, 'environment', 'service-wvuf461o/release'),
  (25, 'api-app', 'app-i7ji7kkj'),
  (26, 'api-app', 'app-i7ji7kkj'),
  (27, 'app-bindings', 'service-wvuf461o/release/api-z6m3c9kz'),
  (28, 'app-bindings', 'service-wvuf461o/test/api-z6m3c9kz'),
  (29, 'service', 'service-to7kbf70'),
  (30, 'environment', 'service-to7kbf70/release'),
  (31, 'service', 'service-to7kbf70'),
  (32, 'service', 'service-to7kbf70'),
  (33, 'service', 'service-ddc8h90w'),
  (34, 'environment', 'service-ddc8h90w/release'),
  (35, 'environment', 'service-ddc8h90w/test'),
  (36, 'service', 'service-ddc8h90w'),
  (37, 'service', 'service-ddc8h90w'),
  (38, 'service', 'service-ddc8h90w'),
  (39, 'service', 'service-ddc8h90w'),
  (40, 'service', 'service-ddc8h90w'),
  (41, 'service', 'service-7vqkopwa'),
  (42, 'upstream', 'upstream-wjrohy6w'),
  (43, 'environment', 'service-7vqkopwa/release'),
  (44, 'api-app', 'app-i7ji7kkj');
insert into settings (name, value) values
  ('key-check', 'ASnJCjUFoJoIttugJlKrbSnRWVyNVbsa9tgPU8Ptp0fi2ihfM9zUwr8');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at, tags) values
  ('app-i7ji7kkj', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjWkKqMw-2jUCf_uPeFtKHyusWDG9QJPyJuyHYsVv7V1v5ihluzyuGaVwxI-w3dDKzqc', 1795377849516, 1795377849542, '[{"key":"team","value":"apiAppKey"}]');
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-i7ji7kkj', 'service-wvuf461o', 'release', 'api-z6m3c9kz', 1795377849714),
  ('app-i7ji7kkj', 'service-wvuf461o', 'test', 'api-z6m3c9kz', 1795377849751);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-to7kbf70', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795377849921, 1795377849921),
  ('plain.example.com', 'service-to7kbf70', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795377849959, 1795377849959);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-uvart0bb', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795377849819, '[]', 1795377849819, 1795377849819);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-5a31iclt', 1251006373, 'ap-guangzhou', 'Shop', 'service-to7kbf70', 'release', '["api-a45isbtk"]', 'ASnJCjXhBXbqI-SRMytzhzjzvwKIWeSU3lqC-8CzQZVFkC1gWh__', 1, 0, '[]', 1795377849977, 1795377849977, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>202611222004090a1ff7f7-8e19-4dc6-b3d9-94ad409d465c</code> at <code>http://service-to7kbf70-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-a45isbtk">documented</a></li></ul>
<section id="api-a45isbtk"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "202611222004090a1ff7f7-8e19-4dc6-b3d9-94ad409d465c"
  },
  "servers": [
    {
      "url": "http://service-to7kbf70-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-a45isbtk",
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
  ('plugin-rvycz4bu', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795377850102, 1795377850102, '[]'),
  ('plugin-5npv0bb0', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795377850132, 1795377850132, '[{"key":"team","value":"plugin"}]');
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at, has_draft) values
  ('plugin-rvycz4bu', 'service-ddc8h90w', 'release', 'api-gbsoe1rx', 1795377850143, 1),
  ('plugin-rvycz4bu', 'service-ddc8h90w', 'release', 'api-t2xkqmrw', 1795377850143, 0);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-fee8urm2', 'service-ddc8h90w', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795377850163, 1795377850163);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at, has_draft) values
  ('IPStrategy-fee8urm2', 'service-ddc8h90w', 'release', 'api-gbsoe1rx', 1795377850268, 1),
  ('IPStrategy-fee8urm2', 'service-ddc8h90w', 'release', 'api-t2xkqmrw', 1795377850268, 0),
  ('IPStrategy-fee8urm2', 'service-ddc8h90w', 'test', 'api-gbsoe1rx', 1795377850303, 1),
  ('IPStrategy-fee8urm2', 'service-ddc8h90w', 'test', 'api-t2xkqmrw', 1795377850303, 0);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-wjrohy6w', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"isActiveEnabled":false,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795377850369, 1795377850369);
