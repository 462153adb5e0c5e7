import ArgumentParser
import EpynnShell
import LineEditor

/// `epynn-repl verify FILE`: the tensors of another program beside those of the same layers here.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "epynn-repl verify",
    abstract: "Compare the tensors that another program saved with the same layers here.",
    discussion: """
      The file is a .npz, a .safetensors, or a CSV file with a line with the name above each table. \
      It holds X and \
      W, and what is to be compared of b, Y, Z, A, loss, dA, dZ, dX, dW and db; in a network with \
      the layer's number behind the name: W1, dZ2. Without Y, dA drives the backward pass. W1_new \
      and b1_new, or W and b of a second file, are those after the update. Names as programs have \
      them are read too, and said: w1, A0, AL, fc1.weight, W1.grad; any other is given behind the \
      file, as in dZ2=delta_out.

      With --json one object is printed: file, conventions, samples, tensors with a verdict each, and \
      first, null where nothing is wrong, with the findings of the first tensor that is. A finding has \
      its formula, and as numpy and expected two Python expressions, of np and of a dict f of the \
      file's arrays under the program's names: what gives the file's tensor, and what is right.

      Exit status: 0 where all agree, 1 where one differs or has a cell that is not answered, 2 \
      where the file cannot be used.
      """)

  @Argument(help: "A .npz, .safetensors or CSV file.")
  var file: String

  @Argument(
    help: ArgumentHelp(
      "Tensors and what the file calls them: dZ2=delta_out.", valueName: "tensor=name"))
  var called: [String] = []

  @Option(
    help: """
      The activation of each layer, separated by commas, with a hyperparameter where there is one: \
      'lrelu LRELU_alpha=0.1,softmax'. A formula of Z works too: 'Z * sigmoid(Z)'. Without it \
      the file's own Z and A tell it.
      """)
  var activation: String?

  @Option(
    help: """
      The loss, as 'help loss' lists them: MSE, CCE and so on. Without it the last dA or dZ and Y \
      tell it.
      """)
  var loss: String?

  @Option(help: "The .py or .ipynb that saved the file, to show the line of the first mistake.")
  var source: String?

  @Option(help: "The learning rate of the update; without it the program's own.")
  var rate: Double?

  @Option(
    help: """
      A course whose conventions the file follows, or a convention, as 'help convention' lists them: \
      deeplearning.ai, pytorch and so on. It may be given several times.
      """)
  var convention: [String] = []

  @Option(help: "W or b that the update leaves alone, as in b1. It may be given several times.")
  var frozen: [String] = []

  @Option(help: "A second file, with W and b after the update.")
  var updated: String?

  @Flag(help: "One object of JSON in place of the screen, for other programs.")
  var json = false

  @Option(help: "Decimals shown, 0 to 15, or 'full' for every digit.")
  var precision: Precision = .standard

  @OptionGroup var accessibility: Accessibility

  mutating func run() throws {
    let isUnicode = Locale.prepare()
    let console = Console(colorChoice: .auto)
    let screen = console.screen(isUnicode: isUnicode, isSpoken: accessibility.isOn)
    var session = Session(
      screen: screen, settings: Settings(precision: precision),
      surroundings: .files(isInterruptible: false))
    let response = session.verify(
      file: file, activations: activation, loss: loss, rate: rate, updated: updated,
      conventions: convention, frozen: frozen, called: called, source: source, isReport: json)
    console.print(response.output, on: screen)
    if let complaint = response.complaint {
      console.print(complaint, on: screen, to: .complaints)
      throw ExitCode(2)
    }
    if response.hasFailedCheck { throw ExitCode(1) }
  }
}
