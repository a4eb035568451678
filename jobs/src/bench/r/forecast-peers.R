# Forecasts of R's package forecast: Rscript forecast-peers.R MODEL HORIZON INPUT OUTPUT
# INPUT: unique_id, ds, y by hours without gaps. OUTPUT: unique_id, ahead, mean, seconds (processor time of the series).
suppressMessages(library(forecast))
arguments <- commandArgs(trailingOnly = TRUE)
h <- as.integer(arguments[2])
models <- list(
  "stlf" = function(y) stlf(y, h = h),
  "stlf-arima" = function(y) stlf(y, h = h, method = "arima"),
  "snaive" = function(y) snaive(ts(as.numeric(y), frequency = 24), h = h),
  "auto.arima" = function(y) {
    k <- c(6, 6)
    fit <- auto.arima(y, xreg = fourier(y, K = k), seasonal = FALSE)
    forecast(fit, xreg = fourier(y, K = k, h = h))
  },
  "dshw" = function(y) dshw(as.numeric(y), period1 = 24, period2 = 168, h = h),
  "tbats" = function(y) forecast(tbats(y, use.parallel = FALSE), h = h))
model <- models[[arguments[1]]]
input <- read.csv(arguments[3])
rows <- lapply(split(input$y, factor(input$unique_id, unique(input$unique_id))), function(y) {
  start <- proc.time()
  mean <- as.numeric(model(msts(y, c(24, 168)))$mean)
  used <- proc.time() - start
  data.frame(ahead = seq_len(h) - 1, mean = mean, seconds = used[["user.self"]] + used[["sys.self"]])
})
rows <- cbind(unique_id = rep(names(rows), each = h), do.call(rbind, rows))
write.csv(rows, arguments[4], row.names = FALSE, quote = FALSE)
