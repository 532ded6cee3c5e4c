insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795377837526);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjU4ILUm2rcRcg_xPPqlLoAOHPPpNf_7Ab2X_tcHWWKSBE7Qiu70NoIuvSZTVNrw');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-b2g6y9hd', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795377837625, 1795377837625),
  ('service-xmcodkdr', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377837678, 1795377837678),
  ('service-gcmqj8la', 1251006373, 'ap-guangzhou', 'apps', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377838012, 1795377838012),
  ('service-xx9q11kc', 1251006373, 'ap-guangzhou', 'placed', null, 'http', '["OUTER"]', 'IPv4', null, 'instance-a9577q84', '[]', 1795377838133, 1795377838133),
  ('service-4ejmfiiq', 1251006373, 'ap-guangzhou', 'guarded', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377838216, 1795377838216),
  ('service-3j2vpggq', 1251006373, 'ap-guangzhou', 'balanced', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795377838379, 1795377838379);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at, business_type, authorization_api_id, upstream_id) values
  ('api-4gqin0s9', 1251006373, 'ap-guangzhou', 'service-b2g6y9hd', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795377837693, 1795377837693, 'NORMAL', null, null),
  ('api-5v89r9r3', 1251006373, 'ap-guangzhou', 'service-b2g6y9hd', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377837713, 1795377837713, 'NORMAL', null, null),
  ('api-hdlbterg', 1251006373, 'ap-guangzhou', 'service-gcmqj8la', 'for_apps', '/mock', 'GET', 'NORMAL', 'APP', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377838020, 1795377838020, 'NORMAL', null, null),
  ('api-i3tsevqm', 1251006373, 'ap-guangzhou', 'service-gcmqj8la', 'tokens', '/token', 'GET', 'NORMAL', 'OAUTH', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377838035, 1795377838035, 'OAUTH', null, null),
  ('api-23ymccdv', 1251006373, 'ap-guangzhou', 'service-gcmqj8la', 'taking_tokens', '/orders', 'GET', 'NORMAL', 'OAUTH', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-i3tsevqm"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377838052, 1795377838052, 'NORMAL', 'api-i3tsevqm', null),
  ('api-aux8js2c', 1251006373, 'ap-guangzhou', 'service-xx9q11kc', 'documented', '/mock', 'GET', 'NORMAL', 'NONE', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377838146, 1795377838146, 'NORMAL', null, null),
  ('api-nd9bn3il', 1251006373, 'ap-guangzhou', 'service-4ejmfiiq', 'at /kept', '/kept', 'GET', 'NORMAL', 'NONE', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377838225, 1795377838225, 'NORMAL', null, null),
  ('api-et6ubo9e', 1251006373, 'ap-guangzhou', 'service-3j2vpggq', 'on_it', '/http', 'GET', 'NORMAL', 'NONE', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-pkvlkitb"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377838406, 1795377838406, 'NORMAL', null, 'upstream-pkvlkitb'),
  ('api-vbaxmkuj', 1251006373, 'ap-guangzhou', 'service-3j2vpggq', 'no_longer_on_it', '/former', 'GET', 'NORMAL', 'NONE', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"now"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795377838418, 1795377838456, 'NORMAL', null, null);
insert into service_strategies (service_id, environment, rate) values
  ('service-b2g6y9hd', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-b2g6y9hd', 'api-5v89r9r3', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-qwme4sr8', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795377837878, 1795377837878),
  ('usagePlan-qtcr3p1w', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795377837886, 1795377837886),
  ('usagePlan-6ghic6k9', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795377837893, 1795377837893);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjUjdpWeFCAqelm-Y4LTq8NuyK0_ULh83l8782n8a4F8aKDgdmDwM3sz3Opn6IgwECpfRg', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795377837900, 1795377837900),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjXdXGegspQlVkKvgJ4Q3GCuTgYbPMwM6o4s5MohnEOuF3t3xQxw6d7fuFU', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795377837910, 1795377837930);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-qwme4sr8', 'AKIDshop', 1795377837918),
  ('usagePlan-qwme4sr8', 'AKIDoff', 1795377837918),
  ('usagePlan-qtcr3p1w', 'AKIDshop', 1795377837944);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-qwme4sr8', 'service-b2g6y9hd', 'release', '', 1795377837952),
  ('usagePlan-qtcr3p1w', 'service-b2g6y9hd', 'test', 'api-4gqin0s9', 1795377837962);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-qwme4sr8', 'service-b2g6y9hd', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('202611222003577bef7b89-8664-4638-9eb4-29b640e36352', 'service-b2g6y9hd', 'to release', 1795377837743),
  ('202611222003572ee94803-e5a4-4644-a176-8d5c6eeedbea', 'service-b2g6y9hd', 'to release', 1795377837797),
  ('20261122200357bb6b5767-9dbd-4be9-b861-f318c9393f9e', 'service-b2g6y9hd', 'to test', 1795377837808),
  ('20261122200357f455dbc9-a607-4935-b773-07efdb582d60', 'service-b2g6y9hd', 'to prepub', 1795377837824),
  ('20261122200358dec62ca4-6a6d-4f95-9f77-358bacfed1d7', 'service-gcmqj8la', 'to release', 1795377838060),
  ('202611222003585c45fb18-3f12-463a-9d54-10a3e1475a30', 'service-xx9q11kc', 'to release', 1795377838153),
  ('202611222003586dbebc90-b37b-444f-8ecb-f59055a6087b', 'service-4ejmfiiq', 'to release', 1795377838248),
  ('20261122200358f9881cd1-c3b0-40b0-a8fb-57b7eebd191a', 'service-4ejmfiiq', 'to test', 1795377838264),
  ('202611222003580d58f9c9-a2e3-4e88-94f9-636ae0d3d5a6', 'service-3j2vpggq', 'to release', 1795377838430);
insert into frozen_definitions (service_id, digest, definition, upstream_id) values
  ('service-b2g6y9hd', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-b2g6y9hd', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-b2g6y9hd', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', null),
  ('service-gcmqj8la', 'mdNUTz4U9I-c3sgdlkpWDivTnw1123cqHk0Gf6XWiGM', '{"name":"taking_tokens","description":null,"apiType":"NORMAL","path":"/orders","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"business","authorizationApiId":"api-i3tsevqm"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-gcmqj8la', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '{"name":"tokens","description":null,"apiType":"NORMAL","path":"/token","method":"GET","protocol":"HTTP","authType":"OAUTH","oauth":{"kind":"authorization","publicKey":"{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\"}","tokenLocation":"Header","loginRedirectUrl":"https://login.test"},"isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-gcmqj8la', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '{"name":"for_apps","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"APP","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-xx9q11kc', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '{"name":"documented","description":null,"apiType":"NORMAL","path":"/mock","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-4ejmfiiq', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '{"name":"at /leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-4ejmfiiq', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '{"name":"at /free","description":null,"apiType":"NORMAL","path":"/free","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-4ejmfiiq', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '{"name":"at /kept","description":null,"apiType":"NORMAL","path":"/kept","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', null),
  ('service-3j2vpggq', 'qnIRmpexxNdTwSEsN2rMHQsZ-kvT7Cl44Z7YmjCeFRI', '{"name":"no_longer_on_it","description":null,"apiType":"NORMAL","path":"/former","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-pkvlkitb"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-pkvlkitb'),
  ('service-3j2vpggq', 'FSEcyZ_Vjc1qk8QVRLbw1Vg0HPJx3qnMtxQ2KvF6fqQ', '{"name":"on_it","description":null,"apiType":"NORMAL","path":"/http","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"HTTP","url":"","path":"/","method":"ANY","product":"upstream","vpcId":"vpc-abcd1234","upstreamId":"upstream-pkvlkitb"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', 'upstream-pkvlkitb');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('202611222003577bef7b89-8664-4638-9eb4-29b640e36352', 'api-enba3gl1', 'service-b2g6y9hd', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795377837733, 1795377837733),
  ('202611222003577bef7b89-8664-4638-9eb4-29b640e36352', 'api-5v89r9r3', 'service-b2g6y9hd', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377837713, 1795377837713),
  ('202611222003577bef7b89-8664-4638-9eb4-29b640e36352', 'api-4gqin0s9', 'service-b2g6y9hd', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377837693, 1795377837693),
  ('202611222003572ee94803-e5a4-4644-a176-8d5c6eeedbea', 'api-5v89r9r3', 'service-b2g6y9hd', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377837713, 1795377837713),
  ('202611222003572ee94803-e5a4-4644-a176-8d5c6eeedbea', 'api-4gqin0s9', 'service-b2g6y9hd', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377837693, 1795377837693),
  ('20261122200357bb6b5767-9dbd-4be9-b861-f318c9393f9e', 'api-5v89r9r3', 'service-b2g6y9hd', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377837713, 1795377837713),
  ('20261122200357bb6b5767-9dbd-4be9-b861-f318c9393f9e', 'api-4gqin0s9', 'service-b2g6y9hd', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377837693, 1795377837693),
  ('20261122200357f455dbc9-a607-4935-b773-07efdb582d60', 'api-5v89r9r3', 'service-b2g6y9hd', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795377837713, 1795377837713),
  ('20261122200357f455dbc9-a607-4935-b773-07efdb582d60', 'api-4gqin0s9', 'service-b2g6y9hd', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795377837693, 1795377837693),
  ('20261122200358dec62ca4-6a6d-4f95-9f77-358bacfed1d7', 'api-23ymccdv', 'service-gcmqj8la', 'mdNUTz4U9I-c3sgdlkpWDivTnw1123cqHk0Gf6XWiGM', '[]', 1795377838052, 1795377838052),
  ('20261122200358dec62ca4-6a6d-4f95-9f77-358bacfed1d7', 'api-i3tsevqm', 'service-gcmqj8la', 'yHNO0GGVLbdaxotEsiH3N6ny6324Z5_lsWUhuFmpZUU', '[]', 1795377838035, 1795377838035),
  ('20261122200358dec62ca4-6a6d-4f95-9f77-358bacfed1d7', 'api-hdlbterg', 'service-gcmqj8la', '_qD6V8Ziaq9wN9ZcTlNXSxtkcelktITe396Zl4XevRM', '[]', 1795377838020, 1795377838020),
  ('202611222003585c45fb18-3f12-463a-9d54-10a3e1475a30', 'api-aux8js2c', 'service-xx9q11kc', 'igeWQoSfZh5dShhcxG4ZaNLJNmSBtt_4uC6qLoU5OpU', '[]', 1795377838146, 1795377838146),
  ('202611222003586dbebc90-b37b-444f-8ecb-f59055a6087b', 'api-f9lo1v0k', 'service-4ejmfiiq', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377838241, 1795377838241),
  ('202611222003586dbebc90-b37b-444f-8ecb-f59055a6087b', 'api-1w84i7cd', 'service-4ejmfiiq', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377838232, 1795377838232),
  ('202611222003586dbebc90-b37b-444f-8ecb-f59055a6087b', 'api-nd9bn3il', 'service-4ejmfiiq', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377838225, 1795377838225),
  ('20261122200358f9881cd1-c3b0-40b0-a8fb-57b7eebd191a', 'api-f9lo1v0k', 'service-4ejmfiiq', 'SoFAakY-kl02EPnlU9gh52r9t3kNMmD1ptJNHYJfpiw', '[]', 1795377838241, 1795377838241),
  ('20261122200358f9881cd1-c3b0-40b0-a8fb-57b7eebd191a', 'api-1w84i7cd', 'service-4ejmfiiq', 'Y-NoABommWPTxGg2QasbbxKEG_14cMK6mLCthDu4aTk', '[]', 1795377838232, 1795377838232),
  ('20261122200358f9881cd1-c3b0-40b0-a8fb-57b7eebd191a', 'api-nd9bn3il', 'service-4ejmfiiq', 'QigCP-kaUcEj73CXhEaHvCGBUcqoxBlfka-D_Q3b3Zo', '[]', 1795377838225, 1795377838225),
  ('202611222003580d58f9c9-a2e3-4e88-94f9-636ae0d3d5a6', 'api-vbaxmkuj', 'service-3j2vpggq', 'qnIRmpexxNdTwSEsN2rMHQsZ-kvT7Cl44Z7YmjCeFRI', '[]', 1795377838418, 1795377838418),
  ('202611222003580d58f9c9-a2e3-4e88-94f9-636ae0d3d5a6', 'api-et6ubo9e', 'service-3j2vpggq', 'FSEcyZ_Vjc1qk8QVRLbw1Vg0HPJx3qnMtxQ2KvF6fqQ', '[]', 1795377838406, 1795377838406);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-b2g6y9hd', 'release', '202611222003577bef7b89-8664-4638-9eb4-29b640e36352', 1795377837846),
  ('service-b2g6y9hd', 'test', '20261122200357bb6b5767-9dbd-4be9-b861-f318c9393f9e', 1795377837808),
  ('service-gcmqj8la', 'release', '20261122200358dec62ca4-6a6d-4f95-9f77-358bacfed1d7', 1795377838060),
  ('service-xx9q11kc', 'release', '202611222003585c45fb18-3f12-463a-9d54-10a3e1475a30', 1795377838153),
  ('service-4ejmfiiq', 'release', '202611222003586dbebc90-b37b-444f-8ecb-f59055a6087b', 1795377838248),
  ('service-4ejmfiiq', 'test', '20261122200358f9881cd1-c3b0-40b0-a8fb-57b7eebd191a', 1795377838264),
  ('service-3j2vpggq', 'release', '202611222003580d58f9c9-a2e3-4e88-94f9-636ae0d3d5a6', 1795377838430);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-b2g6y9hd', 'release', '202611222003577bef7b89-8664-4638-9eb4-29b640e36352', 'to release', 1795377837743),
  (2, 'service-b2g6y9hd', 'release', '202611222003572ee94803-e5a4-4644-a176-8d5c6eeedbea', 'to release', 1795377837797),
  (3, 'service-b2g6y9hd', 'test', '20261122200357bb6b5767-9dbd-4be9-b861-f318c9393f9e', 'to test', 1795377837808),
  (4, 'service-b2g6y9hd', 'prepub', '20261122200357f455dbc9-a607-4935-b773-07efdb582d60', 'to prepub', 1795377837824),
  (5, 'service-b2g6y9hd', 'release', '202611222003577bef7b89-8664-4638-9eb4-29b640e36352', 'back', 1795377837846),
  (6, 'service-gcmqj8la', 'release', '20261122200358dec62ca4-6a6d-4f95-9f77-358bacfed1d7', 'to release', 1795377838060),
  (7, 'service-xx9q11kc', 'release', '202611222003585c45fb18-3f12-463a-9d54-10a3e1475a30', 'to release', 1795377838153),
  (8, 'service-4ejmfiiq', 'release', '202611222003586dbebc90-b37b-444f-8ecb-f59055a6087b', 'to release', 1795377838248),
  (9, 'service-4ejmfiiq', 'test', '20261122200358f9881cd1-c3b0-40b0-a8fb-57b7eebd191a', 'to test', 1795377838264),
  (10, 'service-3j2vpggq', 'release', '202611222003580d58f9c9-a2e3-4e88-94f9-636ae0d3d5a6', 'to release', 1795377838430);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-b2g6y9hd'),
  (2, 'service', 'service-xmcodkdr'),
  (3, 'environment', 'service-b2g6y9hd/release'),
  (4, 'service', 'service-b2g6y9hd'),
  (5, 'environment', 'service-b2g6y9hd/release'),
  (6, 'environment', 'service-b2g6y9hd/test'),
  (7, 'environment', 'service-b2g6y9hd/prepub'),
  (8, 'environment', 'service-b2g6y9hd/prepub'),
  (9, 'environment', 'service-b2g6y9hd/release'),
  (10, 'service', 'service-b2g6y9hd'),
  (11, 'service', 'service-b2g6y9hd'),
  (12, 'usage-plan', 'usagePlan-qwme4sr8'),
  (13, 'usage-plan', 'usagePlan-qtcr3p1w'),
  (14, 'usage-plan', 'usagePlan-6ghic6k9'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-b2g6y9hd'),
  (22, 'service', 'service-b2g6y9hd'),
  (23, 'service', 'service-gcmqj8la'),
  (24, 'environment', 'service-gcmqj8la/release'),
  (25, 'api-app', 'app-sxq74nv8'),
  (26, 'api-app', 'app-sxq74nv8'),
  (27, 'app-bindings', 'service-gcmqj8la/release/api-hdlbterg'),
  (28, 'app-bindings', 'service-gcmqj8la/test/api-hdlbterg'),
  (29, 'service', 'service-xx9q11kc'),
  (30, 'environment', 'service-xx9q11kc/release'),
  (31, 'service', 'service-xx9q11kc'),
  (32, 'service', 'service-xx9q11kc'),
  (33, 'service', 'service-4ejmfiiq'),
  (34, 'environment', 'service-4ejmfiiq/release'),
  (35, 'environment', 'service-4ejmfiiq/test'),
  (36, 'service', 'service-4ejmfiiq'),
  (37, 'service', 'service-4ejmfiiq'),
  (38, 'service', 'service-4ejmfiiq'),
  (39, 'service', 'service-4ejmfiiq'),
  (40, 'service', 'service-4ejmfiiq'),
  (41, 'service', 'service-3j2vpggq'),
  (42, 'upstream', 'upstream-pkvlkitb'),
  (43, 'environment', 'service-3j2vpggq/release');
insert into settings (name, value) values
  ('key-check', 'ASnJCjVleWzuasvikg74ant3eQypKGmUL-k3xB9xCB-ZO5G2FniubLk');
insert into api_apps (id, app_id, region, name, description, app_key, sealed_secret, created_at, modified_at) values
  ('app-sxq74nv8', 1251006373, 'ap-guangzhou', 'shop_app', 'calls', 'APIDshopshopshopshop', 'ASnJCjWkt0VRq0zzJe8aAMmbZPvMStPMvFB9rGxt0awUeP-agAbi1OufcIqZCZY45Mb1iP5p', 1795377838069, 1795377838077);
insert into app_bindings (api_app_id, service_id, environment, api_id, created_at) values
  ('app-sxq74nv8', 'service-gcmqj8la', 'release', 'api-hdlbterg', 1795377838086),
  ('app-sxq74nv8', 'service-gcmqj8la', 'test', 'api-hdlbterg', 1795377838099);
insert into custom_domains (name, service_id, app_id, region, protocol, net_type, certificate_id, is_forced_https, mappings, created_at, modified_at) values
  ('shop.example.com', 'service-xx9q11kc', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, '[{"path":"/","environment":"release"},{"path":"/try","environment":"test"}]', 1795377838174, 1795377838174),
  ('plain.example.com', 'service-xx9q11kc', 1251006373, 'ap-guangzhou', 'http', 'OUTER', null, 0, null, 1795377838193, 1795377838193);
insert into exclusive_instances (id, app_id, region, name, description, purchase, service_rate, api_rate, rates_modified_at, tags, created_at, modified_at) values
  ('instance-a9577q84', 1251006373, 'ap-guangzhou', 'shop', 'for the shop', '{"type":"basic","zones":["ap-guangzhou-3","ap-guangzhou-4"],"chargeType":"POSTPAID","prepaid":null,"maxBandwidthMbps":5000,"vpcId":"vpc-12345678","subnetId":"subnet-12345678"}', 2500, 2500, 1795377838118, '[]', 1795377838118, 1795377838118);
insert into api_docs (id, app_id, region, name, service_id, environment, api_ids, sealed_password, release_count, view_count, tags, created_at, built_at, html, open_api) values
  ('apidoc-9dl63022', 1251006373, 'ap-guangzhou', 'Shop', 'service-xx9q11kc', 'release', '["api-aux8js2c"]', 'ASnJCjXvZDqu0_1-I3ORTaAwxqL2ud_Gk8Lrwe0JrdJFCYOT0BHo', 1, 0, '[]', 1795377838201, 1795377838201, '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Shop</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
code,pre{font-family:ui-monospace,monospace;background:#f4f4f4;border-radius:3px}code{padding:0 .2em}
pre{padding:.8rem;overflow:auto;white-space:pre-wrap}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ddd}section{margin-top:3rem}</style></head><body>
<h1>Shop</h1>
<p>Version <code>202611222003585c45fb18-3f12-463a-9d54-10a3e1475a30</code> at <code>http://service-xx9q11kc-1251006373.gz.apigw.localhost/release</code> </p>
<ul><li><a href="#api-aux8js2c">documented</a></li></ul>
<section id="api-aux8js2c"><h2>documented</h2>
<p><code>GET /mock</code></p>

<p>Authentication: NONE</p>




</section>
</body></html>
', '{
  "openapi": "3.0.3",
  "info": {
    "title": "Shop",
    "version": "202611222003585c45fb18-3f12-463a-9d54-10a3e1475a30"
  },
  "servers": [
    {
      "url": "http://service-xx9q11kc-1251006373.gz.apigw.localhost/release"
    }
  ],
  "paths": {
    "/mock": {
      "get": {
        "operationId": "api-aux8js2c",
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
  ('plugin-cegpy1bz', 1251006373, 'ap-guangzhou', 'my_plugin', 'IPControl', '{"type":"white_list","blocks":"127.0.0.1\n10.0.0.0/8;2001:db8::/32"}', null, 1795377838276, 1795377838276),
  ('plugin-rf92o6fo', 1251006373, 'ap-guangzhou', 'my_plugin', 'TrafficControl', '{"expire_type":"minute","expire":1,"api_rate_limit":500,"app_rate_limit":50,"ip_rate_limit":20,"spec_app_rate_limits":[{"app_id":"app-3q9l4909","rate_limit":10}],"spec_ip_rate_limits":[{"ip_key":"172.16.0.1","rate_limit":10}]}', null, 1795377838286, 1795377838286);
insert into plugin_attachments (plugin_id, service_id, environment, api_id, attached_at) values
  ('plugin-cegpy1bz', 'service-4ejmfiiq', 'release', 'api-nd9bn3il', 1795377838293),
  ('plugin-cegpy1bz', 'service-4ejmfiiq', 'release', 'api-f9lo1v0k', 1795377838293);
insert into ip_strategies (id, service_id, app_id, region, name, type, data, created_at, modified_at) values
  ('IPStrategy-alvebjkc', 'service-4ejmfiiq', 1251006373, 'ap-guangzhou', 'list', 'BLACK', '192.0.2.1
198.51.100.0/24', 1795377838312, 1795377838312);
insert into ip_strategy_bindings (strategy_id, service_id, environment, api_id, bound_at) values
  ('IPStrategy-alvebjkc', 'service-4ejmfiiq', 'release', 'api-nd9bn3il', 1795377838320),
  ('IPStrategy-alvebjkc', 'service-4ejmfiiq', 'release', 'api-f9lo1v0k', 1795377838320),
  ('IPStrategy-alvebjkc', 'service-4ejmfiiq', 'test', 'api-nd9bn3il', 1795377838335),
  ('IPStrategy-alvebjkc', 'service-4ejmfiiq', 'test', 'api-f9lo1v0k', 1795377838335);
insert into upstreams (id, app_id, region, name, definition, tags, created_at, modified_at) values
  ('upstream-pkvlkitb', 1251006373, 'ap-guangzhou', 'shop', '{"description":"","scheme":"HTTP","algorithm":"ROUND-ROBIN","vpcId":"vpc-abcd1234","retries":2,"hostHeader":"www.test","nodes":[{"host":"10.0.0.1","port":8080,"weight":10,"labels":{"vmInstanceId":null,"tags":[],"serviceName":null,"namespace":null,"clusterId":null,"source":null,"uniqueServiceName":null}}],"healthCheck":{"isPassiveEnabled":true,"healthyStatuses":"200,204","unhealthyStatuses":"500, 502","connectionFailures":1,"timeouts":2,"badStatuses":3,"unhealthySeconds":20,"active":{"path":"/","timeoutSeconds":5,"intervalSeconds":5,"headers":[]}}}', '[{"key":"team","value":"backends"}]', 1795377838394, 1795377838394);
