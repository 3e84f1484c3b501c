//! Files that a person chose.
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// A file a person chose, not read yet.
pub struct Chosen(web_sys::File);

impl Chosen {
    /// What it is called on the phone.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    pub fn bytes(&self) -> u64 {
        // A size in bytes is a whole number far below 2^53.
        self.0.size() as u64
    }

    /// What the browser takes it for, as `image/jpeg`; may be empty.
    pub fn media_type(&self) -> String {
        self.0.type_()
    }

    /// Its contents; `None` when it can no longer be read.
    pub async fn read(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

/// The first file in a file field; the field is emptied so that the same file can be chosen again.
pub fn take_chosen(event: &leptos::ev::Event) -> Option<Chosen> {
    let input: web_sys::HtmlInputElement = event_target(event);
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(Chosen(file))
}

/// Lets the person keep `text` as a file.
pub fn save_text(name: &str, text: &str) -> Option<()> {
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence(&parts).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = super::document::document().create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_ref::<web_sys::HtmlElement>()?.click();
    web_sys::Url::revoke_object_url(&address).ok()
}
