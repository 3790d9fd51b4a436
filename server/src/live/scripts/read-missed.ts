/** Reads what somebody has missed. */
export const READ_MISSED = `--[[
  Whoever comes back with the id of an entry that is still there has missed what comes after it and nothing else: older
  ones are thrown away first. So that everybody has such an id, a stream begins with an entry that is no change.

  KEYS[1]  stream of a site's changes

  ARGV[1]  id of the last change that was heard, or nothing
  ARGV[2]  how many seconds to remember the stream after the last change or question

  Result: the newest id, then "reset" if that of ARGV[1] is not there, else a JSON list of dates for each change after it.
]]
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('XADD', KEYS[1], '*', 'dates', '[]')
end
redis.call('EXPIRE', KEYS[1], ARGV[2])
local result = { redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1][1] }
if ARGV[1] == '' then
  return result
end
local entries = redis.call('XRANGE', KEYS[1], ARGV[1], '+')
if #entries == 0 or entries[1][1] ~= ARGV[1] then
  result[2] = 'reset'
  return result
end
for i = 2, #entries do
  result[i] = entries[i][2][2]
end
return result`
