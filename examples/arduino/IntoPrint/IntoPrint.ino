// An article that somebody else writes: `quotations` is a Print, so that whatever writes into one (an HTTP client's
// writeToStream or getString, a file's reader, print itself) fills it. It shows the quotations of the article.
#include <stet.hpp>

class quotations : public Print {
public:
    using Print::write;
    size_t write(uint8_t one) override {
        if (!in_.put(static_cast<char>(one))) return 0;
        show();
        return 1;
    }
    // The article is at its end; the next byte begins another one.
    void finish() {
        in_.finish();
        show();
        in_.restart();
    }

private:
    void show() {
        while (in_.next(e_)) {
            const bool is_outer = e_.what == stet::kind::quote && !e_.nested;
            if (is_outer) in_quote_ = e_.side == stet::edge::begin;
            if (is_outer && !in_quote_) Serial.println();
            if (in_quote_ && (e_.what == stet::kind::text || e_.what == stet::kind::marker)) {
                Serial.write(reinterpret_cast<const uint8_t*>(e_.text().data), e_.text().size);
            }
        }
    }

    stet::reader<> in_;
    stet::event e_;
    bool in_quote_ = false;
};

static quotations article;

void setup() {
    Serial.begin(115200);
    // With a client of yours: http.writeToStream(&article);
    article.print("Rain over Lund\n\nThe river rose. \"We are ready,\" said the mayor.\n");
    article.finish();
}

void loop() {}
