/// What a PyTorch program needs to run as one process or as many.
enum TorchProcesses {
  static let part = ScriptPart(
    heading: "The processes, and where this one computes.",
    lines: [
      "world = int(os.environ.get(\"WORLD_SIZE\", 1))",
      "process = int(os.environ.get(\"RANK\", 0))",
      "local = int(os.environ.get(\"LOCAL_RANK\", 0))",
      "neighbours = int(os.environ.get(\"LOCAL_WORLD_SIZE\", 1))",
      "on_gpu = torch.cuda.is_available() and torch.cuda.device_count() >= neighbours",
      "device = torch.device(\"cuda\", local) if on_gpu else torch.device(\"cpu\")",
      "if on_gpu:", "    torch.cuda.set_device(device)",
      "if world > 1:", "    dist.init_process_group(\"nccl\" if on_gpu else \"gloo\")",
    ])

  static let same = ScriptPart(
    heading: "What was computed here is what was computed there.",
    lines: [
      "def same(found, expected):",
      "    assert found.shape == expected.shape, (found.shape, expected.shape)",
      "    finite = expected[torch.isfinite(expected)].abs().tolist()",
      "    size = max([1.0] + finite)",
      "    torch.testing.assert_close(",
      "        found.detach(), expected, rtol=1e-12, atol=1e-12 * size, equal_nan=True)",
    ])

  static let end = ScriptPart(
    heading: "",
    lines: [
      "if world > 1:",
      "    # Whatever holds on to the processes' group ends before it, while Python still runs.",
      "    model = found = loss = None", "    gc.collect()", "    dist.destroy_process_group()",
    ])
}
