// Builds `dist/`: `npm run build`.
import { join } from 'node:path'

import { buildBundle } from './bundle.mjs'

const faults = buildBundle(join(import.meta.dirname, '../dist'))
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
