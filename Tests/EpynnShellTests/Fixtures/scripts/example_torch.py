# One iteration of a network of Dense layers, with the numbers that it had in epynn-repl;
# PyTorch finds the gradients. 'torchrun --nproc-per-node 2' in place of 'python' shares the
# samples out among processes, on GPUs where there is one for each.
# example
import gc
import os

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader

# The processes, and where this one computes.
world = int(os.environ.get("WORLD_SIZE", 1))
process = int(os.environ.get("RANK", 0))
local = int(os.environ.get("LOCAL_RANK", 0))
neighbours = int(os.environ.get("LOCAL_WORLD_SIZE", 1))
on_gpu = torch.cuda.is_available() and torch.cuda.device_count() >= neighbours
device = torch.device("cuda", local) if on_gpu else torch.device("cpu")
if on_gpu:
    torch.cuda.set_device(device)
if world > 1:
    dist.init_process_group("nccl" if on_gpu else "gloo")


# The numbers: one sample a row.
def matrix(rows):
    return torch.tensor(rows, dtype=torch.float64, device=device)


X = matrix([[2.0, 0.0, 1.0],
            [0.0, 1.0, 1.0],
            [2.0, 1.0, 0.0],
            [1.0, 0.0, 2.0]])
Y = matrix([[3.0, 4.0],
            [2.0, 1.0],
            [2.0, 2.0],
            [3.0, 7.0]])
count = len(X)


# The network: its layers, forward.
class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.W = torch.nn.Parameter(matrix([[1.0, -1.0],
                                            [2.0, -1.0],
                                            [2.0, 2.0]]))
        self.b = torch.nn.Parameter(matrix([[-1.0, 1.0]]))

    def forward(self, X):
        Z = X @ self.W + self.b
        A = torch.relu(Z)
        return {"Z": Z, "A": A}


def MSE(y, a):
    return torch.mean((y - a)**2, dim=1, keepdim=True)


def objective(loss, m):
    # DDP takes the mean over the processes.
    return torch.sum(loss) * world


network = Network().to(device)
model = network
if world > 1:
    model = DistributedDataParallel(network, device_ids=[local] if on_gpu else None)


# The update.
rate = 0.1


@torch.no_grad()
def update(m):
    network.W.copy_(network.W - rate * network.W.grad)
    network.b.copy_(network.b - rate * network.b.grad)


# What was computed here is what was computed there.
def same(found, expected):
    assert found.shape == expected.shape, (found.shape, expected.shape)
    finite = expected[torch.isfinite(expected)].abs().tolist()
    size = max([1.0] + finite)
    torch.testing.assert_close(
        found.detach(), expected, rtol=1e-12, atol=1e-12 * size, equal_nan=True)


# The iteration that was stepped through, on this process's samples.
rows = torch.arange(process, count, world, device=device)
found = model(X[rows])
same(found["Z"], matrix([[3.0, 1.0],
                         [3.0, 2.0],
                         [3.0, -2.0],
                         [4.0, 4.0]])[rows])
same(found["A"], matrix([[3.0, 1.0],
                         [3.0, 2.0],
                         [3.0, 0.0],
                         [4.0, 4.0]])[rows])
loss = MSE(Y[rows], found["A"])
same(loss, matrix([[4.5],
                   [1.0],
                   [2.5],
                   [5.0]])[rows])
objective(loss, count).backward()
same(network.W.grad, matrix([[3.0, -9.0],
                             [2.0, 1.0],
                             [3.0, -8.0]]))
same(network.b.grad, matrix([[3.0, -5.0]]))
update(count)
same(network.W, matrix([[0.7, -0.09999999999999998],
                        [1.8, -1.1],
                        [1.7, 2.8]]))
same(network.b, matrix([[-1.3, 1.5]]))
if process == 0:
    print("all numbers agree")


# On with training; a batch may be smaller, and an incomplete one is left out.
batch = count


class Batches:
    """Which samples of each batch are this process's."""

    def __len__(self):
        return count // batch

    def __iter__(self):
        for start in range(0, len(self) * batch, batch):
            yield list(range(start, start + batch))[process::world]


def samples(rows):
    rows = torch.tensor(rows, dtype=torch.long, device=device)
    return X[rows], Y[rows]


loader = DataLoader(range(count), batch_sampler=Batches(), collate_fn=samples)
for epoch in range(10):
    total = matrix(0.0)
    for x, y in loader:
        loss = MSE(y, model(x)["A"])
        network.zero_grad()
        objective(loss, batch).backward()
        update(batch)
        total += loss.detach().sum()
    if world > 1:
        dist.all_reduce(total)
    if process == 0:
        print(f"epoch {epoch}  cost {total.item() / (len(loader) * batch)!r}")


if world > 1:
    # Whatever holds on to the processes' group ends before it, while Python still runs.
    model = found = loss = None
    gc.collect()
    dist.destroy_process_group()
