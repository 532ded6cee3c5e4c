insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795377843910);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjWacXN91nsq2OPAXORe2cuSEP5Ft_uLVlRjRdrVm7L0YTBJ4iV--zyRgwYB0Rl7');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-9vo1nv5r', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795377844047, 1795377844047),
  ('service-as5y40us', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377844142, 1795377844142),
  ('service-fv0vm504', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377844732, 1795377844732),
  ('service-x0nagke5', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-79oee9h7', '[]', 1795377844832, 1795377844832),
  ('service-c0pzkv1s', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377844903, 1795377844903),
  ('service-viajfo2u', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377845020, 1795377845020);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-mhndxtwa', 1251006373, 'ap-guangzhou', 'service-9vo1nv5r', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795377844177, 1795377844177, 'NORMAL', null, null),
  ('api-mcg8kqi0', 1251006373, 'ap-guangzhou', 'service-9vo1nv5r', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377844216, 1795377844216, 'NORMAL', null, null),
  ('api-m4rvv6xa', 1251006373, 'ap-guangzhou', 'service-fv0vm504', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377844741, 1795377844741, 'NORMAL', null, null),
  ('api-pdqonndg', 1251006373, 'ap-guangzhou', 'service-fv0vm504', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377844752, 1795377844752, 'OAUTH', null, null),
  ('api-s0y0g3h9', 1251006373, 'ap-guangzhou', 'service-fv0vm504', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-pdqonndg"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377844762, 1795377844762, 'NORMAL', 'api-pdqonndg', null),
  ('api-w7fdo68b', 1251006373, 'ap-guangzhou', 'service-x0nagke5', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377844846, 1795377844846, 'NORMAL', null, null),
  ('api-1czh9lnk', 1251006373, 'ap-guangzhou', 'service-c0pzkv1s', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377844911, 1795377844911, 'NORMAL', null, null),
  ('api-tlmiycl9', 1251006373, 'ap-guangzhou', 'service-viajfo2u', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-trwy5g19"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377845052, 1795377845052, 'NORMAL', null, 'upstream-trwy5g19'),
  ('api-otu1otp8', 1251006373, 'ap-guangzhou', 'service-viajfo2u', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377845059, 1795377845086, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-9vo1nv5r', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-9vo1nv5r', 'api-mcg8kqi0', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-eqgxm4nl', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795377844504, 1795377844504),
  ('usagePlan-o59dix2w', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795377844547, 1795377844547),
  ('usagePlan-tm087lxo', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795377844566, 1795377844566);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjXfZiUiw_JL5FZxKji21NCQ_CCrgI-B5RE0rsPRFxMHmWpwIim6oSsD_Z7zdOKXJmgRJw', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795377844583, 1795377844583),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjUZLI5k6-h-ZwlLn4lwgYTC0CU_sok33JpSlH09OPJYR_e-yKE7hj06ghc', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795377844600, 1795377844621);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-eqgxm4nl', 'AKIDshop', 1795377844607),
  ('usagePlan-eqgxm4nl', 'AKIDoff', 1795377844607),
  ('usagePlan-o59dix2w', 'AKIDshop', 1795377844638);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-eqgxm4nl', 'service-9vo1nv5r', 'release', '', 1795377844651),
  ('usagePlan-o59dix2w', 'service-9vo1nv5r', 'test', 'api-mhndxtwa', 1795377844679);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-eqgxm4nl', 'service-9vo1nv5r', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('202611222004043afa4200-cc01-4663-a42a-60928b43e925', 'service-9vo1nv5r', 'to release', 1795377844272),
  ('2026112220040462a9db70-694d-4f5b-94ed-6fe4189461b5', 'service-9vo1nv5r', 'to release', 1795377844345),
  ('2026112220040452b723b4-ef3a-43b5-b4fd-761a1944dd5e', 'service-9vo1nv5r', 'to test', 1795377844357),
  ('202611222004044c64a327-f47b-48c5-8f4c-4af0a4c1f491', 'service-9vo1nv5r', 'to prepub', 1795377844392),
  ('20261122200404ec7ac0b2-fa8d-4c37-a879-49f2ff3b2abf', 'service-fv0vm504', 'to release', 1795377844769),
  ('202611222004043dae868b-43a9-413b-bea6-c9a7ccace0c4', 'service-x0nagke5', 'to release', 1795377844852),
  ('202611222004042b4e335d-3c38-414f-8d5e-85e10be5b6c1', 'service-c0pzkv1s', 'to release', 1795377844931),
  ('20261122200404b19b4375-1267-4f87-9495-69b21a2e91c1', 'service-c0pzkv1s', 'to test', 1795377844941),
  ('20261122200405438293d5-fa4d-48dd-83ee-3cabe7027694', 'service-viajfo2u', 'to release', 1795377845071);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-9vo1nv5r', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-9vo1nv5r', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-9vo1nv5r', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-fv0vm504', 'qMXFkYAUKGBwkmkBxuJN7Tat0bTpwE_aivm3D2vqO34', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-pdqonndg"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-fv0vm504', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-fv0vm504', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-x0nagke5', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-c0pzkv1s', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-c0pzkv1s', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '{"name":"at /free","description":null,"apiType":"NORMAL","path":"/free","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-c0pzkv1s', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-viajfo2u', 'v5rPcK65H51gzxTTnYWqn5S2g-Jwjh1TNxR-KeyNdjI', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-trwy5g19"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-trwy5g19'),
  ('service-viajfo2u', 'IdXYpmVn-20qmhK6KaShlkffZsBssnoF62D1u9nzqrA', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-trwy5g19"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-trwy5g19');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('202611222004043afa4200-cc01-4663-a42a-60928b43e925', 'api-9lecvh9m', 'service-9vo1nv5r', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795377844249, 1795377844249),
  ('202611222004043afa4200-cc01-4663-a42a-60928b43e925', 'api-mcg8kqi0', 'service-9vo1nv5r', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377844216, 1795377844216),
  ('202611222004043afa4200-cc01-4663-a42a-60928b43e925', 'api-mhndxtwa', 'service-9vo1nv5r', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377844177, 1795377844177),
  ('2026112220040462a9db70-694d-4f5b-94ed-6fe4189461b5', 'api-mcg8kqi0', 'service-9vo1nv5r', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377844216, 1795377844216),
  ('2026112220040462a9db70-694d-4f5b-94ed-6fe4189461b5', 'api-mhndxtwa', 'service-9vo1nv5r', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377844177, 1795377844177),
  ('2026112220040452b723b4-ef3a-43b5-b4fd-761a1944dd5e', 'api-mcg8kqi0', 'service-9vo1nv5r', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377844216, 1795377844216),
  ('2026112220040452b723b4-ef3a-43b5-b4fd-761a1944dd5e', 'api-mhndxtwa', 'service-9vo1nv5r', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377844177, 1795377844177),
  ('202611222004044c64a327-f47b-48c5-8f4c-4af0a4c1f491', 'api-mcg8kqi0', 'service-9vo1nv5r', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377844216, 1795377844216),
  ('202611222004044c64a327-f47b-48c5-8f4c-4af0a4c1f491', 'api-mhndxtwa', 'service-9vo1nv5r', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377844177, 1795377844177),
  ('20261122200404ec7ac0b2-fa8d-4c37-a879-49f2ff3b2abf', 'api-s0y0g3h9', 'service-fv0vm504', 'qMXFkYAUKGBwkmkBxuJN7Tat0bTpwE_aivm3D2vqO34', '[]', 1795377844762, 1795377844762),
  ('20261122200404ec7ac0b2-fa8d-4c37-a879-49f2ff3b2abf', 'api-pdqonndg', 'service-fv0vm504', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795377844752, 1795377844752),
  ('20261122200404ec7ac0b2-fa8d-4c37-a879-49f2ff3b2abf', 'api-m4rvv6xa', 'service-fv0vm504', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795377844741, 1795377844741),
  ('202611222004043dae868b-43a9-413b-bea6-c9a7ccace0c4', 'api-w7fdo68b', 'service-x0nagke5', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795377844846, 1795377844846),
  ('202611222004042b4e335d-3c38-414f-8d5e-85e10be5b6c1', 'api-y03igbn0', 'service-c0pzkv1s', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377844923, 1795377844923),
  ('202611222004042b4e335d-3c38-414f-8d5e-85e10be5b6c1', 'api-1ba866do', 'service-c0pzkv1s', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377844916, 1795377844916),
  ('202611222004042b4e335d-3c38-414f-8d5e-85e10be5b6c1', 'api-1czh9lnk', 'service-c0pzkv1s', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377844911, 1795377844911),
  ('20261122200404b19b4375-1267-4f87-9495-69b21a2e91c1', 'api-y03igbn0', 'service-c0pzkv1s', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377844923, 1795377844923),
  ('20261122200404b19b4375-1267-4f87-9495-69b21a2e91c1', 'api-1ba866do', 'service-c0pzkv1s', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377844916, 1795377844916),
  ('20261122200404b19b4375-1267-4f87-9495-69b21a2e91c1', 'api-1czh9lnk', 'service-c0pzkv1s', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377844911, 1795377844911),
  ('20261122200405438293d5-fa4d-48dd-83ee-3cabe7027694', 'api-otu1otp8', 'service-viajfo2u', 'v5rPcK65H51gzxTTnYWqn5S2g-Jwjh1TNxR-KeyNdjI', '[]', 1795377845059, 1795377845059),
  ('20261122200405438293d5-fa4d-48dd-83ee-3cabe7027694', 'api-tlmiycl9', 'service-viajfo2u', 'IdXYpmVn-20qmhK6KaShlkffZsBssnoF62D1u9nzqrA', '[]', 1795377845052, 1795377845052);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-9vo1nv5r', 'release', '202611222004043afa4200-cc01-4663-a42a-60928b43e925', 1795377844432),
  ('service-9vo1nv5r', 'test', '2026112220040452b723b4-ef3a-43b5-b4fd-761a1944dd5e', 1795377844357),
  ('service-fv0vm504', 'release', '20261122200404ec7ac0b2-fa8d-4c37-a879-49f2ff3b2abf', 1795377844769),
  ('service-x0nagke5', 'release', '202611222004043dae868b-43a9-413b-bea6-c9a7ccace0c4', 1795377844852),
  ('service-c0pzkv1s', 'release', '202611222004042b4e335d-3c38-414f-8d5e-85e10be5b6c1', 1795377844931),
  ('service-c0pzkv1s', 'test', '20261122200404b19b4375-1267-4f87-9495-69b21a2e91c1', 1795377844941),
  ('service-viajfo2u', 'release', '20261122200405438293d5-fa4d-48dd-83ee-3cabe7027694', 1795377845071);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-9vo1nv5r', 'release', '202611222004043afa4200-cc01-4663-a42a-60928b43e925', 'to release', 1795377844272),
  (2, 'service-9vo1nv5r', 'release', '2026112220040462a9db70-694d-4f5b-94ed-6fe4189461b5', 'to release', 1795377844345),
  (3, 'service-9vo1nv5r', 'test', '2026112220040452b723b4-ef3a-43b5-b4fd-761a1944dd5e', 'to test', 1795377844357),
  (4, 'service-9vo1nv5r', 'prepub', '202611222004044c64a327-f47b-48c5-8f4c-4af0a4c1f491', 'to prepub', 1795377844392),
  (5, 'service-9vo1nv5r', 'release', '202611222004043afa4200-cc01-4663-a42a-60928b43e925', 'back', 1795377844432),
  (6, 'service-fv0vm504', 'release', '20261122200404ec7ac0b2-fa8d-4c37-a879-49f2ff3b2abf', 'to release', 1795377844769),
  (7, 'service-x0nagke5', 'release', '202611222004043dae868b-43a9-413b-bea6-c9a7ccace0c4', 'to release', 1795377844852),
  (8, 'service-c0pzkv1s', 'release', '202611222004042b4e335d-3c38-414f-8d5e-85e10be5b6c1', 'to release', 1795377844931),
  (9, 'service-c0pzkv1s', 'test', '20261122200404b19b4375-1267-4f87-9495-69b21a2e91c1', 'to test', 1795377844941),
  (10, 'service-viajfo2u', 'release', '20261122200405438293d5-fa4d-48dd-83ee-3cabe7027694', 'to release', 1795377845071);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-9vo1nv5r'),
  (2, 'service', 'service-as5y40us'),
  (3, 'environment', 'service-9vo1nv5r/release'),
  (4, 'service', 'service-9vo1nv5r'),
  (5, 'environment', 'service-9vo1nv5r/release'),
  (6, 'environment', 'service-9vo1nv5r/test'),
  (7, 'environment', 'service-9vo1nv5r/prepub'),
  (8, 'environment', 'service-9vo1nv5r/prepub'),
  (9, 'environment', 'service-9vo1nv5r/release'),
  (10, 'service', 'service-9vo1nv5r'),
  (11, 'service', 'service-9vo1nv5r'),
  (12, 'usage-plan', 'usagePlan-eqgxm4nl'),
  (13, 'usage-plan', 'usagePlan-o59dix2w'),
  (14, 'usage-plan', 'usagePlan-tm087lxo'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-9vo1nv5r'),
  (22, 'service', 'service-9vo1nv5r'),
  (23, 'service', 'service-fv0vm504'),
  (24, 'environment', 'service-fv0vm504/release'),
  (25, 'api-app', 'app-zzmbi6ug'),
  (26, 'api-app', 'app-zzmbi6ug'),
  (27, 'app-bindings', 'service-fv0vm504/release/api-m4rvv6xa'),
  (28, 'app-bindings', 'service-fv0vm504/test/api-m4rvv6xa'),
  (29, 'service', 'service-x0nagke5'),
  (30, 'environment', 'service-x0nagke5/release'),
  (31, 'service', 'service-x0nagke5'),
  (32, 'service', 'service-x0nagke5'),
  (33, 'service', 'service-c0pzkv1s'),
  (34, 'environment', 'service-c0pzkv1s/release'),
  (35, 'environment', 'service-c0pzkv1s/test'),
  (36, 'service', 'service-c0pzkv1s'),
  (37, 'service', 'service-c0pzkv1s'),
  (38, 'service', 'service-c0pzkv1s'),
  (39, 'service', 'service-c0pzkv1s'),
  (40, 'service', 'service-c0pzkv1s'),
  (41, 'service', 'service-viajfo2u'),
  (42, 'upstream', 'upstream-trwy5g19'),
  (43, 'environment', 'service-viajfo2u/release'),
  (44, 'api-app', 'app-zzmbi6ug');
insert into settings (name, value) values
  ('key-check', 'ASnJCjWKixTnymVnJtIXJRTkYRk3dF2xXI-P1sY-UH84Uy3DiJAs-xQ');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at, tags) values
  ('app-zzmbi6ug', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjU1_bCQeKA1zdxN8y6RthHnLXbpPeiSOxCW4TSKYs_QAy2XtDi1kAJbacIdnHFU7SVv', 1795377844779, 1795377844790, '[{"key":"team","value":"apiAppKey"}]');
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-zzmbi6ug', 'service-fv0vm504', 'release', 'api-m4rvv6xa', 1795377844800),
  ('app-zzmbi6ug', 'service-fv0vm504', 'test', 'api-m4rvv6xa', 1795377844819);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-x0nagke5', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795377844867, 1795377844867),
  ('plain.example.com', 'service-x0nagke5', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795377844884, 1795377844884);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-79oee9h7', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795377844826, '[]', 1795377844826, 1795377844826);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-0kj1b763', 1251006373, 'ap-guangzhou', 'Shop', 'service-x0nagke5', 'release', '["api-w7fdo68b"]', 'ASnJCjVyMks3C9POS-aTlw3swrJyLNFJKNjAnt3cAShsy-AwF4uz', 1, 0, '[]', 1795377844893, 1795377844893, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>202611222004043dae868b-43a9-413b-bea6-c9a7ccace0c4</code> at <code>http://service-x0nagke5-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-w7fdo68b">documented</a></li></ul>
<section id="api-w7fdo68b"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "202611222004043dae868b-43a9-413b-bea6-c9a7ccace0c4"
  },
  "servers": [
    {
      "url": "http://service-x0nagke5-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-w7fdo68b",
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
  ('plugin-rxdugnka', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795377844950, 1795377844950),
  ('plugin-3wr2fsh0', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795377844958, 1795377844958);
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at, has_draft) values
  ('plugin-rxdugnka', 'service-c0pzkv1s', 'release', 'api-1czh9lnk', 1795377844965, 1),
  ('plugin-rxdugnka', 'service-c0pzkv1s', 'release', 'api-y03igbn0', 1795377844965, 0);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-pqragnos', 'service-c0pzkv1s', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795377844977, 1795377844977);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at, has_draft) values
  ('IPStrategy-pqragnos', 'service-c0pzkv1s', 'release', 'api-1czh9lnk', 1795377844983, 1),
  ('IPStrategy-pqragnos', 'service-c0pzkv1s', 'release', 'api-y03igbn0', 1795377844983, 0),
  ('IPStrategy-pqragnos', 'service-c0pzkv1s', 'test', 'api-1czh9lnk', 1795377844994, 1),
  ('IPStrategy-pqragnos', 'service-c0pzkv1s', 'test', 'api-y03igbn0', 1795377844994, 0);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-trwy5g19', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795377845036, 1795377845036);
