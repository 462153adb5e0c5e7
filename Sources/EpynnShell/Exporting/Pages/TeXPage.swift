import EpynnCore

/// Blocks as a document for a stock LaTeX.
enum TeXPage {
  static func text(of blocks: [PageBlock]) -> String {
    """
    \\documentclass[a4paper]{article}
    \\usepackage[T1]{fontenc}
    \\usepackage[utf8]{inputenc}
    \\usepackage{textcomp}
    \\usepackage{amsmath}
    \\usepackage{amssymb}
    \\usepackage[margin=2cm]{geometry}
    \\setcounter{MaxMatrixCols}{20}
    \\setlength{\\parindent}{0pt}
    \\begin{document}
    \(blocks.map(text).joined(separator: "\n"))
    \\end{document}

    """
  }

  private static func text(of block: PageBlock) -> String {
    switch block {
    case .heading(let text, let level):
      "\(level == 1 ? "\\section*" : "\\subsection*"){\(TeXText.plain(text))}"
    case .paragraph(let text): "\(TeXText.plain(text))\\par"
    case .list(let items):
      "\\begin{itemize}\n" + items.map { "\\item \(TeXText.plain($0))\n" }.joined()
        + "\\end{itemize}"
    // What is wider than the page is made as wide as it.
    case .math(let formula): "\\[\n\(formula)\n\\]"
    case .matrix(let name, let texts): matrix(name, texts)
    case .table(let rows): table(rows)
    case .screen(let lines):
      "{\\small\\ttfamily\\obeylines\n"
        + lines.map { line in
          TeXText.plain(line.asciiOnly).replacing(" ", with: "~") + "\n"
        }.joined() + "}"
    case .newPage: "\\newpage"
    }
  }

  private static func matrix(_ name: String, _ texts: [[String]]) -> String {
    let lines = Spelling.latex.lines(of: texts).joined(separator: "\n")
    return "\\[\n\(MathText.words(name)) = \(lines)\n\\]"
  }

  private static func table(_ rows: [[String]]) -> String {
    let columns = String(repeating: "r", count: rows.first?.count ?? 1)
    let lines = rows.map { $0.map(TeXText.plain).joined(separator: " & ") + " \\\\" }
    return
      ([
        "\\begin{tabular}{\(columns)}"
      ] + lines.prefix(1) + ["\\hline"] + lines.dropFirst() + ["\\end{tabular}"])
      .joined(separator: "\n")
  }
}
