extension ExportFormat {
  /// The table of formats; each stands in a file that is called as it is.
  static let all: [ExportFormat] =
    [html, markdown, tex, svg, npz, npy, csv, safetensors] + scripts
}
