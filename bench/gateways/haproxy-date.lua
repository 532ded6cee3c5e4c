-- lua.date_skew: how many seconds an RFC 1123 date lies from now; a large number for anything else. The last text is
-- remembered, as callers sign the same second many times.

local months = {
  Jan = 1, Feb = 2, Mar = 3, Apr = 4, May = 5, Jun = 6, Jul = 7, Aug = 8, Sep = 9, Oct = 10, Nov = 11, Dec = 12,
}
local last_text, last_time

local function days_since_1970(year, month, day)
  if month <= 2 then year, month = year - 1, month + 12 end
  return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 719469
end

local function parse(text)
  local day, month, year, hour, minute, second = text:match("^%a%a%a, (%d%d) (%a%a%a) (%d%d%d%d) (%d%d):(%d%d):(%d%d) GMT$")
  if not day or not months[month] then return nil end
  local days = days_since_1970(tonumber(year), months[month], tonumber(day))
  return ((days * 24 + tonumber(hour)) * 60 + tonumber(minute)) * 60 + tonumber(second)
end

core.register_converters("date_skew", function(text)
  if text ~= last_text then
    last_text, last_time = text, parse(text)
  end
  return last_time and math.abs(core.now().sec - last_time) or 1000000000
end)
