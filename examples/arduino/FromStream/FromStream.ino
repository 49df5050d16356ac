// Shows the headlines and headings of an article that comes from a Stream: here the serial line; a file of an SD card
// or a network client is one, too. The article ends when nothing has come for a second (Stream's time-out).
#include <stet.hpp>

static stet::reader<> in;
static stet::event e;

// Reads one article to its end, and shows it as it comes.
static void outline(Stream& from) {
    in.restart();
    while (!in.done()) {
        const stet::space room = in.prepare();
        const size_t size = from.readBytes(room.data, room.size);  // waits; 0: nothing came in time
        if (size == 0) in.finish();
        else in.commit(size);
        static bool in_title = false;
        while (in.next(e)) {
            if (e.what == stet::kind::headline || e.what == stet::kind::heading) {
                in_title = e.side == stet::edge::begin;
                if (!in_title) Serial.println();
            }
            if (in_title && e.what == stet::kind::text) {
                Serial.write(reinterpret_cast<const uint8_t*>(e.text().data), e.text().size);
            }
        }
    }
}

void setup() { Serial.begin(115200); }

void loop() {
    if (Serial.available() > 0) outline(Serial);
}
