import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

const FOLDERS = ['src', 'simulator', 'bench', 'scripts', '__tests__', 'import', '.ci', '.github']
const SOURCE = /\.(?:m?js|ts|sh|ya?ml)$|[/\\]run$/

// White space in a sentence, which may continue on the next line of a comment.
const GAP = String.raw`\s+(?:(?://|\*|#)\s*)?`
// A title that is built at run time contains a `$`; the tests check it.
const TITLE = String.raw`\\?"[^"\\$]+\\?"`
// A document by its path in the repository, then the section or sections.
const CITATION = new RegExp(
  String.raw`(?<![\w/.-])(?:\.{1,2}/)*(docs/[\w./-]*\w\.\w+|[A-Z]{5,}(?:\.[\w-]+)?\.md)` +
    String.raw`(?:#([\w-]+)|[,:]?${GAP}\(?(${TITLE}(?:(?:,|${GAP}and)${GAP}${TITLE})*))?`,
  'g',
)
const FOREIGN_SOURCE = new RegExp(
  String.raw`\bcontract\b|\b(?:design|shared)${GAP}notes\b|\bof${GAP}the${GAP}design\b|(?<![\w/.-])(?:api/)?(?:service|auth|obs)\.md\b`,
  'gi',
)

/**
 * Returns a line for each citation, in comments and strings of the sources, whose document or section does not exist, and
 * for each word that names a source outside this repository.
 *
 * @param {string} root
 */
export function findCitationFaults(root) {
  const inFolders = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const sources = [...readdirSync(root), ...inFolders].filter(
    (path) => SOURCE.test(path) && statSync(join(root, path)).isFile(),
  )
  return sources.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    const name = path.split(sep).join('/')
    const place = (/** @type {number} */ index) => `${name}:${text.slice(0, index).split('\n').length}`
    return [
      ...Array.from(text.matchAll(CITATION), (found) =>
        faultsOf(root, found).map((fault) => `${place(found.index)}: ${fault}`),
      ).flat(),
      ...Array.from(
        text.matchAll(FOREIGN_SOURCE),
        ({ 0: words, index }) =>
          `${place(index)}: "${words}" is not a document of this repository: cite docs/reference.md or docs/service.md.`,
      ),
    ]
  })
}

/**
 * @param {string} root
 * @param {RegExpMatchArray} citation
 */
function faultsOf(root, [, document = '', anchor, titles = '']) {
  const path = join(root, document)
  if (!existsSync(path)) return [`${document} does not exist.`]
  const headings = headingsOf(readFileSync(path, 'utf8'))
  const cited = Array.from(titles.matchAll(/"([^"\\]+)\\?"/g), ([, title = '']) =>
    title.replace(new RegExp(GAP, 'g'), ' '),
  )
  return [
    ...cited
      .filter((title) => !headings.includes(title))
      .map((title) => `${document} has no section "${title}".`),
    ...(anchor === undefined || headings.map(anchorOf).includes(anchor)
      ? []
      : [`${document} has no section #${anchor}.`]),
  ]
}

/**
 * @param {string} markdown
 */
function headingsOf(markdown) {
  const prose = markdown.replace(/^(```|~~~).*?^\1/gms, '')
  return Array.from(prose.matchAll(/^#{1,6} +(.+)$/gm), ([, heading = '']) => heading.replaceAll('`', ''))
}

/**
 * Returns the anchor that GitHub gives to a heading.
 *
 * @param {string} heading
 */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
}
