import EpynnCore

/// A page that steps through a pass and explains it by itself: one file that asks nobody for
/// anything.
struct HTMLPage {
  let content: ExportContent
  /// The most bytes of it, style and script aside.
  let limit: Int
  private let look: Look

  init(_ content: ExportContent, limit: Int = 900_000) {
    self.content = content
    self.limit = limit
    var look = content.look
    if look.literals != nil { look.settings.notation = .docs }
    self.look = look
  }

  func text() throws(Failure) -> String {
    guard content.lines.isEmpty else {
      return page(
        HTMLRecord(content: content, renderer: renderer(HTMLTensor.widest), limit: limit).text, "{}"
      )
    }
    for limit in [HTMLTensor.widest, 24, 12] {
      let body = try body(renderer(limit))
      if body.utf8.count <= self.limit / 2 { return try finished(body, renderer(limit)) }
    }
    let renderer = renderer(8)
    return try finished(try body(renderer), renderer)
  }

  static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
  /// Its parts in the order in which each needs those before it.
  static let script = [
    PackageResources.formulas_js, PackageResources.answers_js, PackageResources.cells_js,
    PackageResources.stepping_js,
  ].map { String(decoding: $0, as: UTF8.self) }.joined()

  private func renderer(_ limit: Int) -> HTMLRenderer {
    HTMLRenderer(precision: look.precision, limit: limit)
  }

  private func finished(_ body: String, _ renderer: HTMLRenderer) throws(Failure) -> String {
    let data = HTMLAnswers(content: content).text
    let (templates, leftOut) = try HTMLExplanations(
      content: content, renderer: renderer, look: look,
      room: limit - body.utf8.count - data.utf8.count
    ).templates()
    let note =
      leftOut.isEmpty
      ? ""
      : "<p>To keep the page small it does not say where the cells of"
        + " \(XMLText.escaped(Problem.list(leftOut))) come from.</p>\n"
    return page(body + note + templates, data)
  }

  private func body(_ renderer: HTMLRenderer) throws(Failure) -> String {
    var stops = ""
    for (place, stop) in content.stops.enumerated() {
      try content.refuseWhereNobodyWaits()
      stops +=
        HTMLStop(
          content: content, exported: stop, number: place + 1, look: look, renderer: renderer
        ).text
    }
    return HTMLStart(content: content, renderer: renderer).text + stops + curves(renderer)
      + key(renderer)
  }

  private func curves(_ renderer: HTMLRenderer) -> String {
    content.curves.isEmpty
      ? ""
      : "<section>\n<h2>The training</h2>\n\(renderer.text(of: content.curves))</section>\n"
  }

  private func key(_ renderer: HTMLRenderer) -> String {
    guard !content.key.isEmpty else { return "" }
    let tensors = content.key.map { name, matrix in
      renderer.text(
        of: CardTensor(
          label: name.text(of: content.layerCount), letters: name.quantity.letters, matrix: matrix))
    }
    return
      "<section class=\"key\">\n<h2>Key</h2>\n<div class=\"tensors\">\n\(tensors.joined())</div>\n"
      + "</section>\n"
  }

  private func page(_ body: String, _ data: String) -> String {
    let title = XMLText.escaped(content.heading)
    return """
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(title)</title>
      <style>/*<![CDATA[*/
      \(Self.style)/*]]>*/</style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <nav class="scripted" aria-label="Steps">
      \(buttons)</nav>
      </header>
      <main>
      \(body)</main>
      <script type="application/json" id="data">\(data)</script>
      <script>/*<![CDATA[*/
      \(Self.script)/*]]>*/</script>
      </body>
      </html>

      """
  }

  /// Style and script are in the page; nothing else may be asked for.
  private static let policy =
    "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;;"
    + " script-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"

  private var buttons: String {
    let steps =
      content.lines.isEmpty
      ? """
      <button type="button" id="first">First</button>
      <button type="button" id="back">Back</button>
      <button type="button" id="next">Next</button>
      <button type="button" id="last">Last</button>
      <span id="place" role="status"></span>
      <button type="button" id="all" aria-pressed="false">Show all</button>

      """ : ""
    let save =
      content.blanks.isEmpty || !content.lines.isEmpty
      ? "" : "<button type=\"button\" id=\"save\">Save answers</button>\n"
    return steps + save + "<button type=\"button\" id=\"theme\">Light or dark</button>\n"
  }
}

extension ExportContent {
  /// The title, and whose numbers they are.
  fileprivate var heading: String { title + (exercise.map { ", \($0.id)" } ?? "") }
}
