"""Sequences of DNA: transcription, frames, proteins, alignment, motifs and a consensus."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from itertools import islice, product

BASES = "TCAG"
AMINO = "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG"
CODONS = {"".join(codon): amino for codon, amino in zip(product(BASES, repeat=3), AMINO, strict=True)}
COMPLEMENT = str.maketrans("ACGT", "TGCA")


class Sequence(str):
    """Bases; reads as text does."""

    @property
    def reverse_complement(self) -> "Sequence":
        return Sequence(self.translate(COMPLEMENT)[::-1])

    def gc(self) -> float:
        return (self.count("G") + self.count("C")) / len(self) if self else 0.0

    def codons(self, frame: int = 0) -> Iterator[str]:
        bases = iter(self[frame:])
        while len(codon := "".join(islice(bases, 3))) == 3:
            yield codon

    def protein(self, frame: int = 0) -> str:
        return "".join(CODONS.get(codon, "?") for codon in self.codons(frame))

    def open_frames(self, least: int = 3) -> Iterator[tuple[str, int, str]]:
        for strand, bases in (("+", self), ("-", self.reverse_complement)):
            for frame in range(3):
                protein = bases.protein(frame)
                start = protein.find("M")
                while start >= 0:
                    stop = protein.find("*", start)
                    found = protein[start : None if stop < 0 else stop]
                    if stop >= 0 and len(found) >= least:
                        yield strand, frame + 3 * start, found
                    start = protein.find("M", start + max(1, len(found)))


def aligned(a: str, b: str, match: int = 2, mismatch: int = -1, gap: int = -2) -> tuple[int, str, str, str]:
    scores = [
        [gap * (i + j) if i == 0 or j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)
    ]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            scores[i][j] = max(
                scores[i - 1][j - 1] + (match if x == y else mismatch),
                scores[i - 1][j] + gap,
                scores[i][j - 1] + gap,
            )
    i, j = len(a), len(b)
    columns: list[tuple[str, str, str]] = []
    while i or j:
        x, y = a[i - 1] if i else "", b[j - 1] if j else ""
        if i and j and scores[i][j] == scores[i - 1][j - 1] + (match if x == y else mismatch):
            column = (x, "|" if x == y else ".", y)
            i, j = i - 1, j - 1
        elif i and scores[i][j] == scores[i - 1][j] + gap:
            column = (x, " ", "-")
            i -= 1
        else:
            column = ("-", " ", y)
            j -= 1
        columns.append(column)
    top, marks, bottom = ("".join(part[n] for part in reversed(columns)) for n in range(3))
    return scores[-1][-1], top, marks, bottom


def consensus(reads: list[str]) -> str:
    out = []
    for column in zip(*reads, strict=True):
        (base, count), *_ = sorted(Counter(column).items(), key=lambda item: (-item[1], item[0]))
        out.append(base if count * 2 > len(column) else base.lower())
    return "".join(out)


gene = Sequence("AAATGGCCATTGTAATGGGCCGCTGAAAGGGTGCCCGATAGTTTACATGC")
print(
    len(gene),
    f"{gene.gc():.3f}",
    gene.reverse_complement[:12],
    gene.reverse_complement.reverse_complement == gene,
)
print([gene.protein(frame) for frame in range(3)])
for strand, place, protein in gene.open_frames():
    print(strand, place, protein)
counted = Counter(gene.codons(2))
print(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:4])
for pair in (("GATTACA", "GCATGCA"), ("ACGT", "ACGT"), ("", "TTT"), ("AAAAGGG", "GGG")):
    score, *lines = aligned(*pair)
    print(score, *lines, sep="\n")
print(consensus(["ACGTAC", "ACCTAC", "TCGAAT", "ACGTTC"]))
print(textwrap.fill(gene * 2, 40).splitlines()[-1], Sequence("").gc(), type(gene[:3]).__name__)
motif = "GC"
print([i for i in range(len(gene)) if gene.startswith(motif, i)], Sequence("NNATG").protein(), CODONS["ATG"])
