// SPDX-License-Identifier: MIT
// Fetches an article and prints its headings as it arrives. The network is expected to be up.
#include <esp_http_client.h>
#include <stdio.h>
#include <stet.hpp>

static stet::reader<> in;
static stet::event e;

static void show() {
    static bool in_title = false;
    while (in.next(e)) {
        if (e.what == stet::kind::headline || e.what == stet::kind::heading) {
            in_title = e.side == stet::edge::begin;
            if (!in_title) putchar('\n');
        }
        if (in_title && e.what == stet::kind::text) printf("%.*s", static_cast<int>(e.text().size), e.text().data);
    }
}

extern "C" void app_main() {
    esp_http_client_config_t config = {};
    config.url = "http://192.168.1.2/article.txt";
    esp_http_client_handle_t client = esp_http_client_init(&config);
    if (esp_http_client_open(client, 0) != ESP_OK) {
        printf("outline: %s: cannot be read at byte 0\n", config.url);
        return;
    }
    esp_http_client_fetch_headers(client);
    while (!in.done()) {
        const stet::space room = in.prepare();
        const int size = esp_http_client_read(client, room.data, static_cast<int>(room.size));
        if (size <= 0) in.finish();
        else in.commit(static_cast<size_t>(size));
        show();
    }
    esp_http_client_cleanup(client);
}
