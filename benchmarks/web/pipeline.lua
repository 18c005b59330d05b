-- HTTP pipelining for wrk: sixteen requests are sent together, then their sixteen responses are awaited.

function init(arguments)
   batch = string.rep(wrk.format(), 16)
end

function request()
   return batch
end
