import EpynnCore

extension HelpPage {
  static let random = HelpPage(
    name: "random", summary: "random numbers, as NumPy draws them",
    paragraphs: [
      "np.random.seed(1)                   begins the stream anew",
      "W = np.random.randn(3, 2) * 0.01    draws; alone on a line it shows",
      "rng = np.random.default_rng(1)      a generator; RandomState(1) is one too",
      "rng.normal(0, 1, size=(3, 2))       draws from it",
      "np.random.shuffle(X)                puts the rows of X in another order",
    ],
    aliases: ["np.random", "default_rng", "RandomState", "rng"],
    body: { _, _ in
      let kinds = RandomStream.Kind.allCases.map { kind in
        Fact.sentence(
          "\(kind.owner): \(Problem.list(kind.drawNames))", hanging: 2, in: .page)
      }
      return kinds + streams.map { .sentence($0, hanging: 2, in: .page) } + [.gap]
    })

  private static let streams = [
    "Raw bits, uniform and whole numbers, permutations and choices are NumPy's bit for bit on"
      + " every machine.",
    "Normal draws (randn, normal, standard_normal) use the C library's log, and one in a hundred"
      + " of default_rng's its exp or log1p: bit for bit where these round as NumPy's did (Linux"
      + " with glibc), else within one unit of the last digit.",
    "A size n alone is a row (1, n), no size one number (1, 1); a row is a list of its numbers,"
      + " and of X, W and the like the rows are chosen and shuffled. Generators stand where the last"
      + " line that worked left them, and 'back' brings them back. One without a seed takes that of"
      + " 'seed'.",
  ]
}
