-- A keyed call's checks: route, signature of the headers the caller lists, age of the date, and the limits of the
-- service, the API and the usage plan, in fixed windows of one second. What Turnpike does, as one would write it here.
local keys = require "keys"
local counters = ngx.shared.counters

local service_rate, api_rate, max_skew_seconds = 1000000, 1000000, 900
local apis = {
  ["GET/small"] = "small", ["GET/large"] = "large", ["POST/post"] = "post", ["POST/upload"] = "upload",
}

local function refuse(status, message)
  ngx.status = status
  ngx.header["Content-Type"] = "application/json"
  ngx.say('{"message":"' .. message .. '"}')
  return ngx.exit(status)
end

local function over(name, limit, window)
  local count = counters:incr(window and name .. ":" .. window or name, 1, 0, window and 2 or 0)
  return count > limit
end

-- No early exit: the time taken does not tell how much of a guess was right.
local function equal(a, b)
  if #a ~= #b then return false end
  local difference = 0
  for at = 1, #a do
    difference = bit.bor(difference, bit.bxor(a:byte(at), b:byte(at)))
  end
  return difference == 0
end

return function()
  local api = apis[ngx.req.get_method() .. ngx.var.uri]
  if not api then return refuse(404, "There is no api match") end

  local authorization = ngx.var.http_authorization
  if not authorization then return refuse(401, "HMAC signature cannot be verified, a validate authorization header is required") end
  local found = ngx.re.match(
    authorization, [[^hmac id="([^"]+)", algorithm="([^"]+)", headers="([^"]+)", signature="([^"]+)"$]], "jo")
  if not found then return refuse(401, "HMAC authorization format error") end
  if found[2] ~= "hmac-sha1" then return refuse(401, "HMAC algorithm not supported") end

  local date = ngx.var.http_x_date
  local time = date and ngx.parse_http_time(date)
  if not time or math.abs(ngx.time() - time) > max_skew_seconds then
    return refuse(401, "HMAC signature cannot be verified, the x-date header is out of date for HMAC Authentication")
  end

  local key = keys[found[1]]
  if not key then return refuse(401, "HMAC signature cannot be verified, the id is not valid") end
  local text
  for name in found[3]:gmatch("[^ ]+") do
    local value = ngx.var["http_" .. name:lower():gsub("-", "_")]
    if not value then return refuse(401, "HMAC signature cannot be verified, a valid header is required") end
    text = (text and text .. "\n" or "") .. name .. ": " .. value
  end
  if not equal(ngx.encode_base64(ngx.hmac_sha1(key.secret, text)), found[4]) then
    return refuse(401, "HMAC signature does not match")
  end

  local second = ngx.time()
  if over("service", service_rate, second) or over(api, api_rate, second)
    or key.rate >= 0 and over(key.plan, key.rate, second) then
    return refuse(429, "API rate limit exceeded")
  end
  if key.quota >= 0 and over("quota:" .. key.plan, key.quota) then
    return refuse(429, "API quota exceeded")
  end
end
