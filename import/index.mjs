// The companion is the same program as the action itself: this tells it which of the two it is, then starts it.
process.argv[2] = 'import'
await import('../dist/index.js')
