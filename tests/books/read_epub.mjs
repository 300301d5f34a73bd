// Reads an e-book as its readers do, in a reading system that is not ours: foliate-js in a headless Chromium.
//
//   node read_epub.mjs BOOK.epub [FOLDER [PAGES]]
//
// Opens every chapter, follows every entry of the contents, the landmarks and the page list and every link inside
// of the book, and prints a line for each thing that goes wrong. Into FOLDER go pictures of the first PAGES of each
// chapter, on the paper of a small reader and on a tablet, by day and by night. `RELIURE_JUDGES` is where npm
// installed the packages.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'

const [book, folder, most = Infinity] = process.argv.slice(2)
const packages = join(process.env.RELIURE_JUDGES, 'node_modules')
const { launch } = createRequire(join(packages, '/'))('puppeteer-core')

// A host that nothing but us answers: whatever else a book asks for is not in it.
const host = 'http://localhost'
const page_of_reader = `<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><style>
  html, body { margin: 0; height: 100% } foliate-view { display: block; height: 100% }</style>`
const types = { '.js': 'text/javascript', '.epub': 'application/epub+zip' }

// 1072 x 1448 dots at 300 to the inch, and a tablet.
const screens = { paper: { width: 357, height: 482, deviceScaleFactor: 2 },
                  tablet: { width: 768, height: 1024, deviceScaleFactor: 1 } }
const night = 'html, body { background: #121212 !important; color: #e0e0e0 !important } a:link { color: #8ab4f8 }'

const faults = new Set()

function answer(request) {
  const url = new URL(request.url())
  if (url.protocol === 'blob:' || url.protocol === 'data:') return request.continue()
  if (url.origin !== host) {
    faults.add(`not in the book: ${url}`)
    return request.abort()
  }
  if (url.pathname === '/') return request.respond({ contentType: 'text/html', body: page_of_reader })
  const file = url.pathname === '/book.epub' ? book : join(packages, url.pathname)
  return request.respond({ contentType: types[extname(file)], body: readFileSync(file) })
}

function listen(page) {
  // Chromium says this of every reader that shows books in frames; it is not of the book.
  const of_frames = 'both allow-scripts and allow-same-origin'
  page.on('console', message => {
    const wrong = ['error', 'warn', 'warning'].includes(message.type()) && !message.text().includes(of_frames)
    if (wrong) faults.add(`console: ${message.text()}`)
  })
  page.on('pageerror', error => faults.add(`error: ${error.message}`))
  page.on('requestfailed', request => faults.add(`not loaded: ${request.url()}`))
}

// ---- In the browser

async function open() {
  await import('/foliate-js/view.js')
  globalThis.view = document.body.appendChild(document.createElement('foliate-view'))
  await view.open('/book.epub')
  return view.book.sections.length
}

/// What is wrong with the chapter of this number: a blank page where it begins, files that it names and that do not
/// load.
async function read_chapter(index) {
  await view.goTo(index)
  const { doc } = view.renderer.getContents()[0]
  await doc.fonts.ready
  const faults = []
  if (doc.querySelector('parsererror')) faults.push('not well-formed')
  const shown = view.lastLocation.range?.cloneContents()
  if (!shown?.textContent.trim() && !shown?.querySelector('img, svg')) faults.push('a blank first page')
  for (const image of doc.images) {
    await image.decode().catch(() => faults.push(`a picture that is not shown: ${image.alt}`))
  }
  for (const sheet of doc.querySelectorAll('link[rel=stylesheet]')) {
    if (!sheet.sheet?.cssRules.length) faults.push('a style sheet without rules')
  }
  for (const font of doc.fonts) if (font.status === 'error') faults.push(`a font that is not loaded: ${font.family}`)
  return faults.map(fault => `${view.book.sections[index].id}: ${fault}`)
}

/// Links inside of the book whose target is not there.
async function read_links() {
  const { sections } = view.book
  const documents = await Promise.all(sections.map(section => section.createDocument()))
  const faults = []
  documents.forEach((doc, index) => {
    for (const link of doc.querySelectorAll('a[href]')) {
      const href = sections[index].resolveHref(link.getAttribute('href'))
      if (view.book.isExternal(href)) continue
      const target = view.book.resolveHref(href)
      if (!target || !target.anchor(documents[target.index])) faults.push(`${sections[index].id}: no ${href}`)
    }
  })
  return faults
}

function entries() {
  const all = (list, items) => (items ?? []).flatMap(item => [{ list, ...item }, ...all(list, item.subitems)])
  return [...all('contents', view.book.toc), ...all('landmarks', view.book.landmarks),
          ...all('page list', view.book.pageList)].map(({ list, label, href }) => ({ list, label, href }))
}

/// What is wrong with an entry: its element must be there, and on the page that is open then.
async function follow({ list, label, href }) {
  const target = href && await view.goTo(href)
  if (!target) return [`${list}: "${label}" leads nowhere`]
  const { doc } = view.renderer.getContents()[0]
  const element = target.anchor(doc)
  if (element === 0) return []
  if (!element?.getClientRects().length) return [`${list}: "${label}" leads to nothing that is shown: ${href}`]
  const left = doc.defaultView.frameElement.getBoundingClientRect().left + element.getClientRects()[0].left
  return left >= 0 && left <= innerWidth ? [] : [`${list}: "${label}" is not on the page that opens: ${href}`]
}

/// Turns the page; false at the end of the chapter.
async function turn(index) {
  if (view.renderer.atEnd) return false
  await view.next()
  return view.renderer.getContents()[0].index === index
}

// ---- The reading

/// A window as large as its screen: style sheets may ask for either.
async function show_on(page, size) {
  await page.setViewport(size)
  const screen = { ...size, mobile: false, screenWidth: size.width, screenHeight: size.height }
  await (await page.createCDPSession()).send('Emulation.setDeviceMetricsOverride', screen)
}

async function take_pictures(page, chapters) {
  for (const [screen, size] of Object.entries(screens)) {
    await show_on(page, size)
    for (const [light, styles] of Object.entries({ day: '', night })) {
      await page.evaluate(styles => view.renderer.setStyles(styles), styles)
      await page.evaluate(color => { document.body.style.background = color }, styles ? '#121212' : '#fff')
      for (let index = 0; index < chapters; ++index) {
        await page.evaluate(index => view.goTo(index), index)
        for (let number = 1; number === 1 || (number <= most && await page.evaluate(turn, index)); ++number) {
          const name = [screen, light, String(index + 1).padStart(3, '0'), String(number).padStart(3, '0')].join('-')
          await page.screenshot({ path: join(folder, `${name}.png`) })
        }
      }
    }
  }
}

// All is ours or the book's, and a container or root may have no sandbox.
const browser = await launch({
  executablePath: process.env.PUPPETEER_EXECUTABLE_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'], timeout: 120000, protocolTimeout: 600000 })
const page = await browser.newPage()
await page.setRequestInterception(true)
page.on('request', answer)
listen(page)
await show_on(page, screens.paper)
await page.goto(`${host}/`)
const chapters = await page.evaluate(open)
const read = async (read_part, part) => {
  for (const fault of await page.evaluate(read_part, part)) faults.add(fault)
}
for (let index = 0; index < chapters; ++index) await read(read_chapter, index)
await read(read_links)
for (const entry of await page.evaluate(entries)) await read(follow, entry)
if (folder) {
  mkdirSync(folder, { recursive: true })
  await take_pictures(page, chapters)
}
await browser.close()
for (const fault of faults) console.log(fault)
process.exitCode = faults.size ? 1 : 0
