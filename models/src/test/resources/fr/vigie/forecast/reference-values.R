# Writes the reference values of the models that R knows, or whose pieces it has, beside reference-series.csv:
#   Rscript reference-values.R
# Packages: r-base-core, r-cran-forecast (Debian). Tests read the files; they need no R.
suppressMessages(library(forecast))
options(digits = 16)
versions <- paste0("R ", getRversion(), ", forecast ", packageVersion("forecast"))
day <- 4
week <- 12
ahead <- 12

rows <- read.csv("reference-series.csv", comment.char = "#")
past <- rows[seq_len(nrow(rows) - ahead), ]
y <- past$value
seen <- past$state != "unknown"
for (i in which(!seen)) {
  same <- which(seen & (seq_along(y) - i) %% week == 0)
  y[i] <- mean(past$value[c(max(same[same < i]), min(same[same > i]))])
}
offset <- if (min(y) > 0) 0 else max(1, 0.02 * mean(y))
z <- log(y + offset)
back <- function(path) pmax(0, exp(path) - offset)

write_values <- function(name, origin, tolerance, path) {
  closed <- tail(rows$state, ahead) == "closed"
  lines <- c(
    sprintf("# Means 1 to %d intervals after reference-series.csv; computed with %s: %s. Tolerance %s.",
            ahead, versions, origin, tolerance),
    "ahead,mean",
    sprintf("%d,%.15g", seq_len(ahead) - 1, ifelse(closed, 0, path)))
  writeLines(lines, paste0(name, ".csv"))
}

# MSTL and Yule-Walker on the remainder.
parts <- mstl(msts(z, c(day, week)))
remainder <- parts[, "Remainder"]
fading <- predict(ar(remainder), n.ahead = ahead)$pred
ending <- function(part, count) as.numeric(tail(parts[, part], count))
season <- rep(ending("Seasonal4", day), ahead / day) + ending("Seasonal12", week)
write_values("mstl", "mstl(), ar() of its remainder, the last trend", "1e-9",
             back(ending("Trend", 1) + season + as.numeric(fading)))

# Waves with autoregressive errors.
waves <- function(h) fourier(msts(z, c(day, week)), K = c(day / 2, week / 2), h = h)
fit <- Arima(z, order = c(3, 0, 0), xreg = waves(NULL), method = "CSS",
             optim.control = list(maxit = 10000, reltol = 1e-15))
write_values("dynamic-harmonic-regression", "Arima(order = c(3, 0, 0), xreg = fourier(), method = \"CSS\")", "1e-3",
             back(as.numeric(forecast(fit, xreg = waves(ahead))$mean)))

# The airline model: arima() has one season, so that two are written out with filter().
lags <- c(1, day, week)
differences <- Reduce(function(w, lag) diff(w, lag), lags, z)
errors <- function(b) {
  e <- differences
  for (j in seq_along(lags)) {
    e <- as.numeric(stats::filter(e, c(rep(0, lags[j] - 1), b[j]), method = "recursive"))
  }
  e
}
best <- optim(rep(0.5, 3), function(b) sum(errors(b)^2), method = "L-BFGS-B", lower = -0.99, upper = 0.99,
              control = list(factr = 10, pgtol = 0))
polynomial <- function(factors) Reduce(function(p, q) convolve(p, rev(q), type = "open"), factors)
moving <- polynomial(Map(function(lag, b) c(1, rep(0, lag - 1), -b), lags, best$par))[-1]
integrated <- polynomial(Map(function(lag) c(1, rep(0, lag - 1), -1), lags))[-1]
all <- z
e <- c(rep(0, sum(lags)), errors(best$par))
for (h in seq_len(ahead)) {
  e <- c(e, 0)
  now <- length(e)
  all <- c(all, sum(-integrated * all[now - seq_along(integrated)]) + sum(moving * e[now - seq_along(moving)]))
}
write_values("extended-airline", "filter() and optim()", "1e-5", back(tail(all, ahead)))

single <- arima(z, c(0, 1, 1), list(order = c(0, 1, 1), period = week), method = "CSS",
                optim.control = list(maxit = 10000, reltol = 1e-15))
writeLines(c(
  sprintf("# Moving averages of the airline model with one season on the logarithms of reference-series.csv; %s: %s. Tolerance 1e-4.",
          versions, "arima(method = \"CSS\"), signs changed"),
  "lag,coefficient",
  sprintf("%d,%.10g", c(1, week), -coef(single))), "airline-one-season.csv")

# Days by slots.
x <- matrix(sqrt(y), ncol = day, byrow = TRUE)
weekday <- factor((seq_len(nrow(x)) - 1) %% (week / day))
parts <- svd(x)
scores <- parts$u %*% diag(parts$d)
rank <- sum(parts$d > 1e-9 * parts$d[1])
next_days <- sapply(seq_len(rank), function(k) {
  now <- scores[-1, k]
  before <- scores[-nrow(x), k]
  law <- lm(now ~ weekday[-1] + before - 1)
  path <- scores[nrow(x), k]
  for (d in seq_len(ahead / day)) {
    path <- c(path, coef(law)[[d]] + coef(law)[["before"]] * tail(path, 1))
  }
  path[-1]
})
left <- mean((x - scores[, seq_len(rank)] %*% t(parts$v[, seq_len(rank)]))^2)
profiles <- pmax(next_days %*% t(parts$v[, seq_len(rank)]), 0)
write_values("singular-value-profiles", "svd() and lm()", "1e-9", as.numeric(t(profiles^2)) + left)
