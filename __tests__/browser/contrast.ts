/// <reference lib="dom" />
import type { Page } from 'playwright-core'

/** A text on the page, and the least contrast that it has with its background (WCAG 2.2, 1.4.3). */
export type DrawnText = { readonly text: string; readonly contrast: number }

/** Measures every text that is drawn on a page: paragraphs, tables, titles of folds, and pictures. */
export async function measureContrasts(page: Page): Promise<readonly DrawnText[]> {
  return page.evaluate(drawnTexts)
}

// Runs in the page, and can use nothing from outside of it.
function drawnTexts(): readonly DrawnText[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]

  const parse = (css: string, opacity = '1'): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, css === 'none' ? 0 : alpha * Number(opacity)]
  }
  const over = (front: Colour, back: Colour): Colour => {
    const mix = (place: 0 | 1 | 2): number => front[place] * front[3] + back[place] * (1 - front[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrastOf = (text: Colour, back: Colour): number => {
    const [light, dark] = [luminance(over(text, back)), luminance(back)].toSorted((a, b) => b - a) as [
      number,
      number,
    ]
    return (light + 0.05) / (dark + 0.05)
  }
  const backOf = (element: Element): Colour => {
    const colours: Colour[] = []
    for (let each: Element | null = element; each; each = each.parentElement)
      colours.push(parse(getComputedStyle(each).backgroundColor))
    return colours.toReversed().reduce<Colour>((back, front) => over(front, back), [255, 255, 255, 1])
  }
  // The shapes of a picture that lie behind a point, in the order in which they are drawn.
  const behind = (svg: SVGSVGElement, x: number, y: number): Colour => {
    let back = backOf(svg)
    for (const shape of svg.querySelectorAll('rect, polygon')) {
      const { left, right, top, bottom } = shape.getBoundingClientRect()
      if (x < left || x > right || y < top || y > bottom) continue
      const { fill, fillOpacity, opacity } = getComputedStyle(shape)
      back = over(parse(fill, String(Number(fillOpacity) * Number(opacity))), back)
    }
    return back
  }
  const drawn = (element: Element): DrawnText => {
    const text = element.textContent.trim()
    const style = getComputedStyle(element)
    const svg = element.closest('svg')
    if (svg === null) return { text, contrast: contrastOf(parse(style.color), backOf(element)) }
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const points = [left + 1, (left + right) / 2, right - 1]
    const fill = parse(style.fill, String(Number(style.fillOpacity) * Number(style.opacity)))
    const contrasts = points.map((x) => contrastOf(fill, behind(svg, x, (top + bottom) / 2)))
    return { text, contrast: Math.min(...contrasts) }
  }
  const texts = [...document.querySelectorAll('article *')].filter((element) => {
    const isText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    )
    const { width, height } = element.getBoundingClientRect()
    return isText && element.localName !== 'style' && element.localName !== 'title' && width > 0 && height > 0
  })
  return texts.map(drawn)
}
