extension ExportFormat {
  /// The table of formats; each stands in a file that is called as it is.
  static let all: [ExportFormat] = [markdown, tex, npz, npy, csv, safetensors] + scripts
}
