insert into accounts (app_id, name, created_at) values
  (1251006373, 'root', 1795374885072);
insert into management_keys (secret_id, app_id, sealed_secret) values
  ('AKIDroot', 1251006373, 'ASnJCjVmw85bGtNodUaUzGnW_T6vcqUGPJC6wiTprV9dmIQZSt0zgoL9RTOQX9rLKuR6');
insert into services (id, app_id, region, name, description, protocol, net_types, ip_version, vpc_id, instance_id, tags, created_at, modified_at) values
  ('service-9rqyvc6u', 1251006373, 'ap-guangzhou', 'shop', 'what is sold', 'http&https', '["OUTER"]', 'IPv4', null, null, '[{"key":"team","value":"shop"}]', 1795374885277, 1795374885277),
  ('service-13zp7oro', 1251006373, 'ap-guangzhou', 'empty', null, 'http', '["OUTER"]', 'IPv4', null, null, '[]', 1795374885360, 1795374885360);
insert into apis (id, app_id, region, service_id, name, path, method, api_type, auth_type, definition, tags, created_at, modified_at) values
  ('api-g7iin6f8', 1251006373, 'ap-guangzhou', 'service-9rqyvc6u', 'orders', '/orders', 'ANY', 'NORMAL', 'SECRET', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}', '[]', 1795374885404, 1795374885404),
  ('api-94qhf5bf', 1251006373, 'ap-guangzhou', 'service-9rqyvc6u', 'stock', '/stock/{item}', 'GET', 'NORMAL', 'NONE', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}', '[]', 1795374885429, 1795374885429);
insert into service_strategies (service_id, environment, rate) values
  ('service-9rqyvc6u', 'test', 50);
insert into api_strategies (service_id, api_id, environment, rate) values
  ('service-9rqyvc6u', 'api-94qhf5bf', 'release', 7);
insert into usage_plans (id, app_id, region, name, description, rate_per_second, quota, tags, created_at, modified_at) values
  ('usagePlan-rqv17n31', 1251006373, 'ap-guangzhou', 'counted', 'of the shop', 10, 100, '[]', 1795374885782, 1795374885782),
  ('usagePlan-ax1x8kvc', 1251006373, 'ap-guangzhou', 'of_one_api', 'of the shop', 5, -1, '[]', 1795374885806, 1795374885806),
  ('usagePlan-t2r1p19l', 1251006373, 'ap-guangzhou', 'unused', 'of the shop', -1, -1, '[{"key":"team","value":"nobody"}]', 1795374885892, 1795374885892);
insert into api_keys (id, app_id, region, name, sealed_secret, secret_fingerprint, type, is_enabled, tags, created_at, modified_at) values
  ('AKIDshop', 1251006373, 'ap-guangzhou', 'shop', 'ASnJCjUbWd8zAJi5c_zyj2ckL5eZslC4ge-rj3Q4o7FYNzUcBHYtDdTpz3YrxiXy7Z48QfYmKA', 'Mwa4cenXJ6GCBrCv5UV3ZHH82t1biUlP9SIwOv035jY', 'manual', 1, '[]', 1795374885920, 1795374885920),
  ('AKIDoff', 1251006373, 'ap-guangzhou', 'off', 'ASnJCjWGF_g5qScUw1293SaPdqc2hpOl4rWhBZWLSSz4FUrEX3RtmbN1r9-D5sw', 'V5kbU4NOICTp0FhzevcG7FfoAhK3KqIclRSMYMbc-CQ', 'manual', 0, '[]', 1795374885965, 1795374886050);
insert into memberships (plan_id, key_id, added_at) values
  ('usagePlan-rqv17n31', 'AKIDshop', 1795374885988),
  ('usagePlan-rqv17n31', 'AKIDoff', 1795374885988),
  ('usagePlan-ax1x8kvc', 'AKIDshop', 1795374886079);
insert into bindings (plan_id, service_id, environment, api_id, created_at) values
  ('usagePlan-rqv17n31', 'service-9rqyvc6u', 'release', '', 1795374886090),
  ('usagePlan-ax1x8kvc', 'service-9rqyvc6u', 'test', 'api-g7iin6f8', 1795374886103);
insert into quotas (plan_id, service_id, environment, api_id, leased) values
  ('usagePlan-rqv17n31', 'service-9rqyvc6u', 'release', '', 1);
insert into versions (name, service_id, description, created_at) values
  ('20261122191445055c2841-4cd1-4163-8ce9-b6cbaeca1c21', 'service-9rqyvc6u', 'to release', 1795374885478),
  ('20261122191445abea4390-bba5-466c-bb33-a193b243fcf0', 'service-9rqyvc6u', 'to release', 1795374885561),
  ('20261122191445a3f393db-0e1e-494e-bdfc-7dcfac644241', 'service-9rqyvc6u', 'to test', 1795374885625),
  ('202611221914450c7e96ba-1128-4b3f-9a59-8326840e98ff', 'service-9rqyvc6u', 'to prepub', 1795374885654);
insert into frozen_definitions (service_id, digest, definition) values
  ('service-9rqyvc6u', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '{"name":"leaving","description":null,"apiType":"NORMAL","path":"/leaving","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-9rqyvc6u', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '{"name":"stock","description":null,"apiType":"NORMAL","path":"/stock/{item}","method":"GET","protocol":"HTTP","authType":"NONE","isCorsEnabled":false,"requestParameters":[{"name":"item","position":"PATH","type":"string","defaultValue":null,"isRequired":true,"description":"which"},{"name":"deep","position":"QUERY","type":"boolean","defaultValue":"false","isRequired":false,"description":null}],"backend":{"type":"HTTP","url":"http://backend.test:8080","path":"/items/{item}","method":"GET","product":null,"vpcId":null},"backendTimeoutSeconds":15,"backendParameters":[{"name":"item","position":"PATH","sourceName":"item","sourcePosition":"PATH","sourceType":null,"sourceDescription":null,"defaultValue":null}],"constantParameters":[{"name":"X-Shop","position":"HEADER","value":"1","description":"who asks"}],"responseType":null,"responseSuccessExample":null,"responseFailExample":null,"responseErrorCodes":[]}'),
  ('service-9rqyvc6u', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '{"name":"orders","description":"Orders, écrit en UTF-8","apiType":"NORMAL","path":"/orders","method":"ANY","protocol":"HTTP","authType":"SECRET","isCorsEnabled":true,"requestParameters":[],"backend":{"type":"MOCK","body":"hello"},"backendTimeoutSeconds":15,"backendParameters":[],"constantParameters":[],"responseType":null,"responseSuccessExample":"{}","responseFailExample":null,"responseErrorCodes":[{"code":404,"message":"none","description":"no such order","convertedCode":410,"needsConversion":true}]}');
insert into frozen_apis (version_name, api_id, service_id, definition_digest, tags, created_at, modified_at) values
  ('20261122191445055c2841-4cd1-4163-8ce9-b6cbaeca1c21', 'api-99yjavp3', 'service-9rqyvc6u', 'cYRfmuxz5Gt-kSDO1Dmf3XchFQX3xvn8QqObAr16Ibg', '[]', 1795374885449, 1795374885449),
  ('20261122191445055c2841-4cd1-4163-8ce9-b6cbaeca1c21', 'api-94qhf5bf', 'service-9rqyvc6u', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374885429, 1795374885429),
  ('20261122191445055c2841-4cd1-4163-8ce9-b6cbaeca1c21', 'api-g7iin6f8', 'service-9rqyvc6u', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374885404, 1795374885404),
  ('20261122191445abea4390-bba5-466c-bb33-a193b243fcf0', 'api-94qhf5bf', 'service-9rqyvc6u', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374885429, 1795374885429),
  ('20261122191445abea4390-bba5-466c-bb33-a193b243fcf0', 'api-g7iin6f8', 'service-9rqyvc6u', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374885404, 1795374885404),
  ('20261122191445a3f393db-0e1e-494e-bdfc-7dcfac644241', 'api-94qhf5bf', 'service-9rqyvc6u', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374885429, 1795374885429),
  ('20261122191445a3f393db-0e1e-494e-bdfc-7dcfac644241', 'api-g7iin6f8', 'service-9rqyvc6u', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374885404, 1795374885404),
  ('202611221914450c7e96ba-1128-4b3f-9a59-8326840e98ff', 'api-94qhf5bf', 'service-9rqyvc6u', 'duKsi1rtKKAAmWRqDbf4OkyzGh-w7Pb703y5jqJi9v0', '[]', 1795374885429, 1795374885429),
  ('202611221914450c7e96ba-1128-4b3f-9a59-8326840e98ff', 'api-g7iin6f8', 'service-9rqyvc6u', 'Ayfusi4ohHXTXQFnbjHYxPEKfphRI1FaeIkZ7TeLIds', '[]', 1795374885404, 1795374885404);
insert into running_versions (service_id, environment, version_name, since) values
  ('service-9rqyvc6u', 'release', '20261122191445055c2841-4cd1-4163-8ce9-b6cbaeca1c21', 1795374885695),
  ('service-9rqyvc6u', 'test', '20261122191445a3f393db-0e1e-494e-bdfc-7dcfac644241', 1795374885625);
insert into release_history (seq, service_id, environment, version_name, description, at) values
  (1, 'service-9rqyvc6u', 'release', '20261122191445055c2841-4cd1-4163-8ce9-b6cbaeca1c21', 'to release', 1795374885478),
  (2, 'service-9rqyvc6u', 'release', '20261122191445abea4390-bba5-466c-bb33-a193b243fcf0', 'to release', 1795374885561),
  (3, 'service-9rqyvc6u', 'test', '20261122191445a3f393db-0e1e-494e-bdfc-7dcfac644241', 'to test', 1795374885625),
  (4, 'service-9rqyvc6u', 'prepub', '202611221914450c7e96ba-1128-4b3f-9a59-8326840e98ff', 'to prepub', 1795374885654),
  (5, 'service-9rqyvc6u', 'release', '20261122191445055c2841-4cd1-4163-8ce9-b6cbaeca1c21', 'back', 1795374885695);
insert into changes (seq, kind, id) values
  (1, 'service', 'service-9rqyvc6u'),
  (2, 'service', 'service-13zp7oro'),
  (3, 'environment', 'service-9rqyvc6u/release'),
  (4, 'service', 'service-9rqyvc6u'),
  (5, 'environment', 'service-9rqyvc6u/release'),
  (6, 'environment', 'service-9rqyvc6u/test'),
  (7, 'environment', 'service-9rqyvc6u/prepub'),
  (8, 'environment', 'service-9rqyvc6u/prepub'),
  (9, 'environment', 'service-9rqyvc6u/release'),
  (10, 'service', 'service-9rqyvc6u'),
  (11, 'service', 'service-9rqyvc6u'),
  (12, 'usage-plan', 'usagePlan-rqv17n31'),
  (13, 'usage-plan', 'usagePlan-ax1x8kvc'),
  (14, 'usage-plan', 'usagePlan-t2r1p19l'),
  (15, 'api-key', 'AKIDshop'),
  (16, 'api-key', 'AKIDoff'),
  (17, 'api-key', 'AKIDshop'),
  (18, 'api-key', 'AKIDoff'),
  (19, 'api-key', 'AKIDoff'),
  (20, 'api-key', 'AKIDshop'),
  (21, 'service', 'service-9rqyvc6u'),
  (22, 'service', 'service-9rqyvc6u');
insert into settings (name, value) values
  ('key-check', 'ASnJCjWJ-EvsoiKNfla7BUgX7H1E-Ul-0Y60j3pM3KIBxVJd25VjtnM');
