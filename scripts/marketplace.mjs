// Checks the metadata of both actions against the rules of the GitHub Marketplace. The release form shows a violation only
// once a release is being published.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'yaml'

// The companion is not listed, because only the metadata file at the root is. It still keeps the rules.
const FILES = ['action.yml', 'import/action.yml']
// "Description must be less than 125 characters.": message of the release form, reported in
// https://github.com/mcarvin8/apex-code-coverage-transformer/pull/380 and documented nowhere.
const MAX_DESCRIPTION = 124
// https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#branding
const COLORS = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']
const ICON = /^[a-z]+(-[a-z0-9]+)*$/
const OMITTED_ICONS = [
  ...['coffee', 'columns', 'divide-circle', 'divide-square', 'divide', 'frown', 'hexagon'],
  ...['key', 'meh', 'mouse-pointer', 'smile', 'tool', 'x-octagon'],
]

/**
 * Returns a sentence for each rule of the Marketplace that the repository breaks. Whether a name is free is checked only by
 * the release form.
 * Source: https://docs.github.com/actions/how-tos/create-and-publish-actions/publish-in-github-marketplace
 *
 * @param {string} root folder of the repository
 * @returns {readonly string[]}
 */
export function findMarketplaceFaults(root) {
  const readme = existsSync(join(root, 'README.md')) ? [] : ['README.md is missing.']
  const actions = FILES.map((file) => ({ file, ...parse(readFileSync(join(root, file), 'utf8')) }))
  const names = new Set(actions.map(({ name }) => name))
  const unique = names.size === actions.length ? [] : ['Both actions have the same name.']
  return [...readme, ...unique, ...actions.flatMap(findFaults)]
}

/** @param {{ file: string, name?: string, description?: string, branding?: { icon?: string, color?: string } }} action */
function findFaults({ file, name = '', description = '', branding: { icon = '', color = '' } = {} }) {
  return [
    name === '' && 'has no name.',
    description === '' && 'has no description.',
    description.length > MAX_DESCRIPTION &&
      `has a description of ${description.length} characters; at most ${MAX_DESCRIPTION} are accepted.`,
    !COLORS.includes(color) && `has the color '${color}'; accepted are ${COLORS.join(', ')}.`,
    (!ICON.test(icon) || OMITTED_ICONS.includes(icon)) && `has the icon '${icon}', which is not supported.`,
  ]
    .filter((fault) => fault !== false)
    .map((fault) => `${file} ${fault}`)
}
