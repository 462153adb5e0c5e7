import EpynnCore

/// Blocks as a document for a stock LaTeX.
enum TeXPage {
  static func text(of blocks: [PageBlock]) -> String {
    """
    \\documentclass[a4paper]{article}
    \\usepackage[utf8]{inputenc}
    \\usepackage{amsmath}
    \\usepackage{amssymb}
    \\usepackage{graphicx}
    \\usepackage[margin=2cm]{geometry}
    \\setcounter{MaxMatrixCols}{20}
    \\renewcommand{\\labelitemi}{$\\bullet$}
    \\setlength{\\parindent}{0pt}
    % A step stays with its formulas.
    \\makeatletter\\@beginparpenalty=10000\\makeatother
    % A formula, made as wide as the line where it is wider.
    \\newsavebox{\\formula}
    \\newcommand{\\fit}[1]{\\sbox{\\formula}{$\\displaystyle #1$}%
      \\ifdim\\wd\\formula>\\linewidth\\resizebox{\\linewidth}{!}{\\usebox{\\formula}}%
      \\else\\usebox{\\formula}\\fi}
    \\begin{document}
    \\raggedright
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
    case .math(let parts): formula(parts)
    case .matrix(let name, let texts): matrix(name, texts)
    case .table(let rows): table(rows)
    case .screen(let lines):
      "{\\small\\ttfamily\\obeylines\n"
        + lines.flatMap(TeXText.typed).map { $0 + "\n" }.joined() + "}"
    case .newPage: "\\newpage"
    }
  }

  private static func matrix(_ name: String, _ texts: [[String]]) -> String {
    let lines = Spelling.latex.lines(of: texts).joined(separator: "\n")
    return formula(["\(MathText.words(name)) = \(lines)"])
  }

  private static func formula(_ parts: [String]) -> String {
    "\\begin{center}\\setlength{\\lineskip}{2ex}\n"
      + parts.map { "\\fit{\($0)}\n" }.joined() + "\\end{center}"
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
