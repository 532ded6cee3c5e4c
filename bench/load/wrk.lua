-- Sends the requests of a packed file (load/requests.ts) one after the other, and prints the totals as one JSON line.
-- Usage: wrk -t1 ... -s wrk.lua URL -- FILE

local requests, count, at = {}, 0, 0

function init(args)
  local file = assert(io.open(args[1], "rb"))
  for line in file:lines() do
    count = count + 1
    requests[count] = file:read(tonumber(line))
  end
  file:close()
end

function request()
  at = at % count + 1
  return requests[at]
end

function done(summary)
  local errors = summary.errors
  io.write(string.format(
    '\nTOTALS {"calls":%d,"microseconds":%d,"bytes":%d,"refusals":%d,"failures":%d}\n',
    summary.requests, summary.duration, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout
  ))
end
