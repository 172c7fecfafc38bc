# Figures computed by R, for results/reference_test.go to be compared with.
#
#   Rscript results/testdata/figures.R > results/testdata/figures.csv
#
# Base R only. Each line is: what is computed, of what, and the value with 17 digits.
# Nothing here is written after the Go code: quantiles come from quantile(), intervals
# from prop.test() or from solving the score equation, alpha from a covariance matrix.

say <- function(figure, of, value)
  cat(sprintf("%s,%s,%s\n", figure, of, ifelse(is.na(value), "NaN", sprintf("%.17g", value))))

cat("figure,of,value\n")

# Answers to one question, as how many chose each point.
distributions <- list(
  c(0, 3, 5, 21, 43), c(2, 6, 13, 30, 21), c(1, 4, 22, 30, 15), c(71, 1), c(8, 0, 0, 0, 0), c(0, 0, 0, 0, 8),
  c(1, 0, 0, 0, 1), c(1, 1, 1, 1), c(0, 1, 0, 0, 0), c(12, 12), c(3, 0, 4, 0, 0, 9, 2), c(500, 20, 1, 20, 500))
for (counts in distributions) {
  of <- paste(counts, collapse = " ")
  x <- rep(seq_along(counts), counts)
  say("n", of, length(x))
  say("mean", of, mean(x))
  say("sd", of, sd(x))
  for (p in c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)) say(sprintf("q%g", 100 * p), of, quantile(x, p, type = 2, names = FALSE))
  share <- 100 * prop.table(counts)
  for (i in seq_along(counts)) say(sprintf("percent%d", i), of, share[i])
}

# The share count/n; with a population N the variance is that of a sample without
# replacement, and the ends solve (x/n - p)^2 = z^2 p(1-p)/n (N-n)/(N-1).
shares <- list(c(43, 72), c(51, 72), c(45, 72), c(71, 72), c(0, 20), c(20, 20), c(1, 8), c(17, 24), c(81, 263))
for (s in shares) {
  interval <- suppressWarnings(prop.test(s[1], s[2], correct = FALSE)$conf.int)
  of <- paste(c(s, 0), collapse = " ")
  say("low", of, interval[1])
  say("high", of, interval[2])
  for (N in c(s[2] + 1, 2 * s[2], 1000)) {
    share <- s[1] / s[2]
    excess <- function(p) (share - p)^2 - qnorm(0.975)^2 * p * (1 - p) / s[2] * (N - s[2]) / (N - 1)
    end <- function(from, to) if (from == to) from else uniroot(excess, c(from, to), tol = 1e-15, maxiter = 10000)$root
    of <- paste(c(s, N), collapse = " ")
    # At 0 and 1 the share itself solves the equation: begin beside it.
    say("low", of, if (share == 0) 0 else if (share == 1) end(1e-9, 1 - 1e-9) else end(0, share))
    say("high", of, if (share == 1) 1 else if (share == 0) end(1e-9, 1 - 1e-9) else end(share, 1))
  }
}

# Willingness to recommend, as how many gave each mark from 0 to 10.
for (counts in list(c(0, 0, 1, 0, 0, 2, 3, 5, 9, 20, 32), c(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3), c(0, 0, 0, 0, 0, 0, 0, 7, 1, 0, 0))) {
  mark <- rep(0:10, counts)
  of <- paste(counts, collapse = " ")
  say("nps", of, 100 * (mean(mark >= 9) - mean(mark <= 6)))
  say("nps-mean", of, mean(mark))
  say("nps-median", of, quantile(mark, 0.5, type = 2, names = FALSE))
}

# Before and after, as pairs of points: how many improved, stayed, fell.
person <- 1:40
before <- (person * 7) %% 5 + 1
after <- pmin(5, before + (person * 3) %% 4 - 1)
after <- pmax(1, after)
of <- paste(before, after, sep = "-", collapse = " ")
for (step in c(-1, 0, 1)) say(sprintf("shift%d", step), of, sum(sign(after - before) == step))

# Cronbach's alpha of items that the same people answered: one row a person.
alpha <- function(x) {
  v <- cov(x)
  ncol(x) / (ncol(x) - 1) * (1 - sum(diag(v)) / sum(v))
}
sheets <- list(
  cbind(1 + person %% 5, 1 + (person + person %% 3) %% 5, 1 + (person + person %% 2) %% 5),
  cbind(1 + person %% 4, pmin(5, 1 + person %% 4 + person %% 2)),
  cbind(rep(3, 8), rep(3, 8)),
  cbind(c(1, 5, 1, 5, 2), c(5, 1, 5, 1, 4), c(3, 3, 3, 3, 2)))
for (x in sheets) say("alpha", paste(apply(x, 1, paste, collapse = ""), collapse = " "), alpha(x))

# Changes up and down that chance alone would split as unevenly.
for (s in list(c(62, 2), c(10, 17), c(0, 0), c(5, 0), c(6, 0), c(1, 1), c(300, 380), c(40, 12)))
  say("sign", paste(s, collapse = " "), if (sum(s) == 0) 1 else binom.test(s[1], sum(s))$p.value)

# Two groups: how many of how many in each.
for (s in list(c(9, 24, 34, 48), c(18, 24, 25, 48), c(24, 24, 47, 48), c(0, 5, 0, 7), c(5, 5, 0, 5), c(6, 11, 3, 6), c(3, 24, 26, 48), c(700, 1500, 900, 1700)))
  say("fisher", paste(s, collapse = " "), fisher.test(rbind(c(s[1], s[2] - s[1]), c(s[3], s[4] - s[3])))$p.value)

# Several groups, each against all others together, corrected by Holm.
for (groups in list(list(c(9, 24), c(18, 24), c(16, 24)), list(c(10, 24), c(16, 24), c(3, 24)), list(c(3, 8), c(5, 8)), list(c(2, 9), c(4, 9), c(9, 9), c(7, 11), c(0, 6)))) {
  counts <- sapply(groups, `[`, 1)
  sizes <- sapply(groups, `[`, 2)
  p <- sapply(seq_along(groups), function(i)
    fisher.test(rbind(c(counts[i], sizes[i] - counts[i]), c(sum(counts[-i]), sum(sizes[-i]) - sum(counts[-i]))))$p.value)
  if (length(p) > 2) p <- p.adjust(p, "holm")
  for (i in seq_along(p)) say(sprintf("difference%d", i), paste(counts, sizes, sep = "/", collapse = " "), p[i])
}
