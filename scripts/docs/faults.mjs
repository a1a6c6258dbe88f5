// Writes docs/faults.md: what each fault does to the built action, measured by running it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { nodeOfTheRunner } from '../../bench/bundle/node-of-the-runner.mjs'
import { faultTable, runFaultMatrix } from './fault-matrix.mjs'

const intro = `# Faults

What the built action makes of each way in which network and service can misbehave, measured against the simulator by \`npm run docs:faults\`. The tests run the same matrix and compare it with this page. "Polls that meet it" says which of the polls of a task meet the fault; all others get a whole answer: RUNNING first, then SUCCESSFUL. The time-out is 2 seconds if every poll from some point on meets a fault that may pass, 20 if attempts stall, which take 15 each, and otherwise 40.

No row is green without a complete answer that says so, and none lasts longer than its time-out, one attempt and two seconds. \`close-after\` is a whole answer after which the service closes the connection that the next poll would have used.
`
const rows = await runFaultMatrix(nodeOfTheRunner())
writeFileSync(join(import.meta.dirname, '../..', 'docs', 'faults.md'), `${intro}\n${faultTable(rows)}\n`)
