// What the ESP-IDF example uses, reading standard input.
#include <stdint.h>
#include <stdio.h>
struct esp_http_client_config_t { const char* url; int timeout_ms; };
using esp_http_client_handle_t = const esp_http_client_config_t*;
using esp_err_t = int;
constexpr esp_err_t ESP_OK = 0;
inline esp_http_client_handle_t esp_http_client_init(const esp_http_client_config_t* config) { return config; }
inline esp_err_t esp_http_client_open(esp_http_client_handle_t, int) { return ESP_OK; }
inline int64_t esp_http_client_fetch_headers(esp_http_client_handle_t) { return 0; }
inline int esp_http_client_read(esp_http_client_handle_t, char* to, int size) {
    return static_cast<int>(fread(to, 1, static_cast<size_t>(size), stdin));
}
inline esp_err_t esp_http_client_cleanup(esp_http_client_handle_t) { return ESP_OK; }
