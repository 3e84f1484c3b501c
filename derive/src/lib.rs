//! `#[derive(ReadTagged)]`: reading an enum that is told apart by a field, as the app reads it.
//!
//! Serde puts whatever such an enum holds into a tree first, since the field may stand anywhere,
//! and compiles every type inside it twice: for text, and for the tree. The server writes the field
//! first; so the app can go on from there. Everywhere else the enum is read as serde does.
use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use syn::{
    Attribute, Data, DataEnum, DeriveInput, Error, Fields, Ident, LitStr, Result, Variant,
    parse_macro_input, spanned::Spanned,
};

/// Derives `serde::Deserialize` for an enum with `#[serde(tag = "…", rename_all = "snake_case")]`.
///
/// A variant holds nothing, named fields, or one thing that is an object. What reads for programs
/// and not for people takes the tag out of the object and goes on as with an enum without one, whose
/// name is `tag:` and the tag's. Else the tag has to stand before everything else on `wasm32`, and
/// on other targets this is serde's own derive. `crate::tagged` of the crate that uses it has what
/// both need.
#[proc_macro_derive(ReadTagged, attributes(serde))]
pub fn read_tagged(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    derived(&item).unwrap_or_else(Error::into_compile_error).into()
}

fn derived(item: &DeriveInput) -> Result<Tokens> {
    let Data::Enum(data) = &item.data else {
        return Err(Error::new(item.span(), "only an enum has a tag"));
    };
    if !item.generics.params.is_empty() {
        return Err(Error::new(item.generics.span(), "an enum with parameters is not read so"));
    }
    let (name, said) = (&item.ident, Said::of(&item.attrs)?);
    let Some(tag) = &said.tag else {
        return Err(Error::new(item.span(), "expected #[serde(tag = \"…\")]"));
    };
    if said.rename_all.as_ref().map(LitStr::value).as_deref() != Some("snake_case") {
        return Err(Error::new(item.span(), "expected rename_all = \"snake_case\""));
    }
    let arms = data.variants.iter().map(|it| arm(name, it)).collect::<Result<Vec<_>>>()?;
    let words = data.variants.iter().map(word).collect::<Result<Vec<_>>>()?;
    let as_serde_does = as_serde_does(item, data, tag);
    Ok(quote! {
        const _: () = {
            impl<'de> crate::tagged::TagFirst<'de> for #name {
                const TAG: &'static str = #tag;
                const WORDS: &'static [&'static str] = &[#(#words),*];

                #[allow(unused_mut)]
                fn read<A>(word: &str, mut from: A) -> ::core::result::Result<Self, A::Error>
                where
                    A: ::serde::de::MapAccess<'de>,
                {
                    match word {
                        #(#arms)*
                        _ => Err(::serde::de::Error::unknown_variant(word, Self::WORDS)),
                    }
                }
            }

            impl<'de> ::serde::Deserialize<'de> for #name {
                fn deserialize<D>(from: D) -> ::core::result::Result<Self, D::Error>
                where
                    D: ::serde::Deserializer<'de>,
                {
                    if !from.is_human_readable() {
                        return ByWord::deserialize(from);
                    }
                    #[cfg(target_arch = "wasm32")]
                    return crate::tagged::read(from);
                    #[cfg(not(target_arch = "wasm32"))]
                    return Twin::deserialize(from);
                }
            }

            #as_serde_does
        };
    })
}

/// Serde's own derive, for a twin of the enum: with the tag, and without it for whoever takes the
/// word out of the object first, which is asked for by the name of the twin.
fn as_serde_does(item: &DeriveInput, data: &DataEnum, tag: &LitStr) -> Tokens {
    let path = item.ident.to_string();
    let attrs = item.attrs.iter().filter(|it| is_serde(it));
    let variants: Vec<_> = data
        .variants
        .iter()
        .map(|it| {
            let mut it = it.clone();
            it.attrs.retain(is_serde);
            it.fields.iter_mut().for_each(|field| field.attrs.retain(is_serde));
            it
        })
        .collect();
    let by_word = format!("tag:{}", tag.value());
    quote! {
        #[cfg(not(target_arch = "wasm32"))]
        #[derive(::serde::Deserialize)]
        #[serde(remote = #path)]
        #(#attrs)*
        enum Twin { #(#variants),* }

        #[derive(::serde::Deserialize)]
        #[serde(remote = #path, rename = #by_word, rename_all = "snake_case")]
        enum ByWord { #(#variants),* }
    }
}

/// How one variant is read, once its word has been.
fn arm(name: &Ident, variant: &Variant) -> Result<Tokens> {
    let (word, ident) = (word(variant)?, &variant.ident);
    let read = match &variant.fields {
        Fields::Unit => quote! { { crate::tagged::skip(&mut from)?; Ok(Self::#ident) } },
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            quote! { crate::tagged::held(from).map(Self::#ident) }
        }
        Fields::Unnamed(fields) => {
            return Err(Error::new(fields.span(), "what has a tag has names"));
        }
        Fields::Named(fields) => {
            let held = format_ident!("{name}{ident}");
            let names: Vec<_> = fields.named.iter().map(|field| &field.ident).collect();
            let read_as = fields.named.iter().map(|field| {
                let (name, holds) = (&field.ident, &field.ty);
                let says = field.attrs.iter().filter(|it| is_serde(it));
                quote! { #(#says)* #name: #holds }
            });
            quote! { {
                #[derive(::serde::Deserialize)]
                #[serde(expecting = "an object")]
                struct #held { #(#read_as),* }

                crate::tagged::held(from)
                    .map(|#held { #(#names),* }| Self::#ident { #(#names),* })
            } }
        }
    };
    Ok(quote! { #word => #read, })
}

/// The word in the tag that names this variant.
fn word(variant: &Variant) -> Result<LitStr> {
    let said = Said::of(&variant.attrs)?;
    if said.tag.is_some() || said.rename_all.is_some() {
        return Err(Error::new(
            variant.span(),
            "a variant has no tag, and its fields no other names",
        ));
    }
    Ok(said.rename.unwrap_or_else(|| {
        LitStr::new(&snake_case(&variant.ident.to_string()), variant.ident.span())
    }))
}

/// As serde's `rename_all = "snake_case"` does it.
fn snake_case(name: &str) -> String {
    let mut word = String::new();
    for (nth, letter) in name.char_indices() {
        if 0 < nth && letter.is_uppercase() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
    }
    word
}

fn is_serde(attribute: &Attribute) -> bool {
    attribute.path().is_ident("serde")
}

/// What `#[serde(…)]` says on an enum or a variant; whatever else it says is refused.
#[derive(Default)]
struct Said {
    tag: Option<LitStr>,
    rename: Option<LitStr>,
    rename_all: Option<LitStr>,
}

impl Said {
    fn of(attrs: &[Attribute]) -> Result<Self> {
        let mut said = Self::default();
        for attribute in attrs.iter().filter(|it| is_serde(it)) {
            attribute.parse_nested_meta(|meta| {
                let place = match meta.path.get_ident().map(Ident::to_string).as_deref() {
                    Some("tag") => &mut said.tag,
                    Some("rename") => &mut said.rename,
                    Some("rename_all") => &mut said.rename_all,
                    Some(_) | None => return Err(meta.error("this is not read so")),
                };
                *place = Some(meta.value()?.parse()?);
                Ok(())
            })?;
        }
        Ok(said)
    }
}
