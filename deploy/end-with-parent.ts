/** Loaded into each service by `--import`: a service does not outlive whoever started it, however that one ends. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
