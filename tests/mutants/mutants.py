"""The planted faults: the law that each breaks, the test that is to see it, what is replaced.

Each stands for a mistake that would be easy to make; some of them were made.
"""
MUTANTS = [
    (1, "chunk_law.cpp", "end of the article told from how many bytes happen to be there",
     "const bool all = in.end - end < Limits::next;", "const bool all = in.closed;"),
    (1, "exhaustive.cpp", "a code point that a piece cuts taken as it is",
     "found.waits = !in.closed;", "found.waits = false;"),
    (1, "quotations.cpp", "a doubted mark decided by the bytes that happen to be there",
     "undecided = !all;", "undecided = false;"),
    (6, "steps.cpp", "the bytes behind a doubted mark looked through again for each one",
     "if (at.place < until) return false;", ""),
    (2, "exhaustive.cpp", "text of one byte before a line end lost",
     "if (words != 0) return tell_text(in, e, pos_ + static_cast<offset>(words));",
     "if (words == 1) pos_ += 1;\n        else if (words != 0) return tell_text(in, e, pos_ + static_cast<offset>(words));"),
    (2, "exhaustive.cpp", "a byte that is no UTF-8 left in the text",
     "    } else {\n        return {0, 1, decoded::ill};", "    } else {\n        return {first, 1, decoded::well};"),
    (3, "exhaustive.cpp", "the outermost quotation of a block never ended",
     "            if (quotes_.depth() != 0) {\n                if (quotes_.innermost().sign == dash)",
     "            if (quotes_.depth() > 1) {\n                if (quotes_.innermost().sign == dash)"),
    (3, "quote.cpp", "quotations inside a closed one never ended",
     "if (quotes_.above_target()) return close_unclosed(e);", ""),
    (5, "prompt.cpp", "a block decided one byte later than promised",
     "if (!in.closed && in.end - end < Limits::next) {", "if (!in.closed && in.end - end < Limits::next + 1) {"),
    (6, "steps.cpp", "a decision tried again for every byte that comes",
     "        if (in.end < need_ && !in.closed) return false;\n", ""),
    (7, "misuse.cpp", "more committed than there is room for",
     "if (closed_ || size > Limits::window - used_) return false;", "if (closed_) return false;"),
    (7, "misuse.cpp", "bytes taken after the end",
     "if (closed_) return {};", ""),
]
