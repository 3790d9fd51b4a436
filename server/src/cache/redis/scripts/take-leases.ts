/** Hands out the leave to store what is missing. */
export const TAKE_LEASES = `--[[
  Who finds a lease shares it: it was there before he reads the database, and any change in between takes it away from
  both. What somebody else has stored by now is handed out instead.

  KEYS[odd]   busy time of a resource on a day
  KEYS[even]  its lease

  ARGV[1]  a token that was never there before
  ARGV[2]  how many seconds a new lease is good for

  Result: for each pair the busy time or nil, and the lease or nil.
]]
local result = {}
for i = 1, #KEYS, 2 do
  local busy = redis.call('GET', KEYS[i])
  local lease = false
  if not busy then
    redis.call('SET', KEYS[i + 1], ARGV[1], 'NX', 'EX', ARGV[2])
    lease = redis.call('GET', KEYS[i + 1])
  end
  result[i] = busy
  result[i + 1] = lease
end
return result`
