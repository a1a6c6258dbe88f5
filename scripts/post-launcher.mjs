// Starts the bundle as the post step; the build copies this file to `dist/post.js`.
// A post step must never fail the job: every end of the process has exit code 0, an uncaught exception included.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK']) process.on(signal, () => undefined)
process.on('exit', () => {
  process.exitCode = 0
})
process.argv[2] = 'post'
await import(new URL('index.js', import.meta.url).href)
