import EpynnLessons

extension HelpPage {
  static let lessonFile = HelpPage(
    name: "lesson-file", summary: "what a lesson of your own is written in",
    paragraphs: [
      "'epynn-repl test --new FILE.md' writes one to begin with, 'epynn-repl test FILE.md' says"
        + " what is wrong; lessons/README.md has examples."
    ],
    body: { _, _ in
      [
        .sentence("Markdown, with lines in fences that are played and asked:", in: .page),
        .listing(
          Listing(
            entries: FormatEntry.all.filter { $0.key == nil }.map(row)
              + keys(of: [.question, .lesson]), isTyped: true)),
      ]
    })

  static let exerciseFile = HelpPage(
    name: "exercise-file", summary: "what an exercise with own numbers is written in",
    paragraphs: [
      "'exercise FILE.md ID' plays it, 'epynn-repl exercise' writes sheets, 'epynn-repl grade' marks"
        + " what comes back; lessons/README.md has examples."
    ],
    body: { _, _ in
      [
        .sentence("A fence in Markdown, with own numbers for everyone:", in: .page),
        .listing(Listing(entries: keys(of: [.exercise]), isTyped: true)),
      ]
    })

  /// The fences that a page tells, each with its keys.
  private static func keys(of fences: [FenceKind]) -> [Listing.Entry] {
    fences.flatMap { fence in
      [Listing.Entry(["```\(fence.info)"], [""])]
        + FormatEntry.all.filter { $0.fence == fence && $0.key != nil }.map(row)
    }
  }

  private static func row(_ entry: FormatEntry) -> Listing.Entry {
    Listing.Entry([entry.form], [entry.summary])
  }
}
