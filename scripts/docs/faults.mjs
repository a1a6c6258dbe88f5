// Writes docs/faults.md: how the built action ends at each fault.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { nodeOfTheRunner } from '../../bench/bundle/node-of-the-runner.mjs'
import { faultTable, runFaultMatrix } from './fault-matrix.mjs'

const intro = `# Faults

This page shows how the built action ends when the network or the service misbehaves. \`npm run docs:faults\` measures it against the simulator. The bundle tests run the same matrix and compare it with this page.

The columns say which polls of a task meet the fault. All other polls get a complete answer: RUNNING first, then SUCCESSFUL. If a fault never stops, the timeout is 2 s; otherwise it is 20 or 40 s. A request that hangs is aborted after 15 s.

The step succeeds only on a complete success answer, with exit code 0. Every other verdict is exit code 1. No run takes longer than its timeout, plus one attempt and two seconds.

- \`close-after\` is a complete answer, after which the service closes the connection.
- \`gzip\`, \`deflate\`, \`deflate-raw\` and \`br\` are complete answers in an encoding that was not requested.
- \`gzip-bomb\` is a small answer of more than 8 MiB after decoding.
- \`http-429-cut\` and \`http-503-cut\` have \`Retry-After: 1\` and a body that ends too early.
`
const rows = await runFaultMatrix(nodeOfTheRunner())
writeFileSync(join(import.meta.dirname, '../..', 'docs', 'faults.md'), `${intro}\n${faultTable(rows)}\n`)
