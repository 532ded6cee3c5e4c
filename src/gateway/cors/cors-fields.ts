// What `EnableCORS` answers with; the values are the hosted product's (Tencent Cloud docs 628/11939).

const fields =
  "X-Api-ID,X-Service-RateLimit,X-UsagePlan-RateLimit,X-UsagePlan-Quota,Cache-Control,Connection,Content-Disposition," +
  "Date,Keep-Alive,Pragma,Via,Accept,Accept-Charset,Accept-Encoding,Accept-Language,Authorization,Cookie,Expect,From," +
  "Host,If-Match,If-Modified-Since,If-None-Match,If-Range,If-Unmodified-Since,Range,Origin,Referer,User-Agent," +
  "X-Forwarded-For,X-Forwarded-Host,X-Forwarded-Proto,Accept-Range,Age,Content-Range,Content-Security-Policy,ETag," +
  "Expires,Last-Modified,Location,Server,Set-Cookie,Trailer,Transfer-Encoding,Vary,Allow,Content-Encoding," +
  "Content-Language,Content-Length,Content-Location,Content-Type";

export const corsFields = `Access-Control-Allow-Origin: *\r\nAccess-Control-Expose-Headers: ${fields}\r\n`;

export const preflightFields =
  "Access-Control-Allow-Methods: GET,POST,PUT,DELETE,HEAD,OPTIONS,PATCH\r\n" +
  `Access-Control-Allow-Headers: ${fields}\r\n` +
  "Access-Control-Allow-Credentials: true\r\nAccess-Control-Max-Age: 86400\r\n";
