use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use syn::{
    Attribute, Item, ItemFn, ItemMod, ItemUse, UseTree, Visibility,
    ext::IdentExt,
    visit::{self, Visit},
};

/// A path of module names or items, from the root of the crate.
type ModulePath = Vec<String>;

/// The files of a crate and the files whose items each of them names.
///
/// A file names an item in a `use`, or by a path that begins with `crate`, `self`, `super` or a module of its own.
/// Re-exports count for the file that defines the item. Tests do not count.
#[derive(Default)]
pub(crate) struct ModuleTree {
    modules: BTreeMap<ModulePath, Module>,
    /// The modules that define the macros marked `#[macro_export]`, by the macro's name.
    exported_macros: BTreeMap<String, ModulePath>,
    /// The paths that files name: the module, the absolute path.
    named: Vec<(ModulePath, ModulePath)>,
}

struct Module {
    file: PathBuf,
    /// The absolute paths of the names that `use` declarations bring in.
    imports: BTreeMap<String, ModulePath>,
    /// The modules of `use module::*`.
    globs: Vec<ModulePath>,
}

/// For each file, the files that it uses, with one item of each.
pub(crate) type Uses = BTreeMap<PathBuf, BTreeMap<PathBuf, String>>;

impl ModuleTree {
    /// Reads a crate from the file of its root module.
    pub(crate) fn read(root: &Path) -> Self {
        let mut modules = Self::default();
        modules.read_file(root, root.parent().unwrap(), &[]);
        modules
    }

    /// Returns which file uses which.
    pub(crate) fn uses(&self) -> Uses {
        let mut uses = Uses::new();
        for (module, path) in &self.named {
            let (from, to) = (&self.modules[module].file, self.definition(path, 0));
            if from != to {
                uses.entry(from.clone()).or_default().entry(to.clone()).or_insert_with(|| path.join("::"));
            }
        }
        uses
    }

    fn read_file(&mut self, file: &Path, folder: &Path, path: &[String]) {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.read_module(&parsed.items, file, folder, path);
    }

    /// Reads a module, whose child modules have their files in the folder.
    fn read_module(&mut self, items: &[Item], file: &Path, folder: &Path, path: &[String]) {
        let module = Module { file: file.to_owned(), imports: BTreeMap::new(), globs: Vec::new() };
        self.modules.insert(path.to_vec(), module);
        for item in items {
            match item {
                Item::Mod(child) if !is_test(&child.attrs) => self.read_child(child, file, folder, path),
                Item::Macro(item) if item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export")) => {
                    let name = item.ident.as_ref().unwrap().unraw().to_string();
                    self.exported_macros.insert(name, path.to_vec());
                }
                _ => {}
            }
        }
        let children = self.children(path);
        let mut visitor = Names { module: path, children: &children, named: Vec::new() };
        for item in items {
            visitor.visit_item(item);
        }
        self.named.extend(visitor.named.into_iter().map(|named| (path.to_vec(), named)));
        for item in items {
            if let Item::Use(item) = item
                && !is_test(&item.attrs)
            {
                self.read_imports(&item.tree, path, &children);
            }
        }
    }

    fn read_child(&mut self, child: &ItemMod, file: &Path, folder: &Path, path: &[String]) {
        let name = child.ident.unraw().to_string();
        let own = join(path, &name);
        let own_folder = folder.join(&name);
        match &child.content {
            Some((_, items)) => self.read_module(items, file, &own_folder, &own),
            None => {
                let files = [folder.join(format!("{name}.rs")), own_folder.join("mod.rs")];
                let found = files.iter().find(|file| file.exists());
                let found = found.unwrap_or_else(|| panic!("{}: no file of module {name}", file.display()));
                self.read_file(found, &own_folder, &own);
            }
        }
    }

    fn read_imports(&mut self, tree: &UseTree, path: &[String], children: &BTreeSet<String>) {
        for (import, name) in flatten(tree, &mut vec![]) {
            let Some(target) = absolute(&import, path, children) else { continue };
            let module = self.modules.get_mut(path).unwrap();
            match name {
                Some(name) => drop(module.imports.insert(name, target)),
                None => module.globs.push(target),
            }
        }
    }

    fn children(&self, path: &[String]) -> BTreeSet<String> {
        let is_child = |other: &&ModulePath| other.len() == path.len() + 1 && other.starts_with(path);
        self.modules.keys().filter(is_child).map(|child| child[path.len()].clone()).collect()
    }

    /// Returns the file that defines what stands at a path.
    fn definition(&self, path: &[String], depth: usize) -> &PathBuf {
        let mut module = ModulePath::new();
        for (position, name) in path.iter().enumerate() {
            let child = join(&module, name);
            if self.modules.contains_key(&child) {
                module = child;
                continue;
            }
            let rest = &path[position + 1..];
            let behind = |start: &ModulePath| [start.as_slice(), rest].concat();
            let here = &self.modules[&module];
            if let Some(import) = here.imports.get(name).filter(|_| depth < 16) {
                return self.definition(&behind(import), depth + 1);
            }
            if let Some(defined) = self.exported_macros.get(name).filter(|_| module.is_empty()) {
                return &self.modules[defined].file;
            }
            let from_glob = here.globs.iter().find(|glob| self.has(glob, name));
            if let Some(glob) = from_glob.filter(|_| depth < 16) {
                return self.definition(&[glob.as_slice(), &path[position..]].concat(), depth + 1);
            }
            break;
        }
        &self.modules[&module].file
    }

    /// Returns whether a module has a child module or an import of a name.
    fn has(&self, module: &[String], name: &str) -> bool {
        let child = join(module, name);
        let imports = self.modules.get(module).is_some_and(|module| module.imports.contains_key(name));
        imports || self.modules.contains_key(&child)
    }
}

/// Collects the absolute paths that the items of a module name.
struct Names<'a> {
    module: &'a [String],
    children: &'a BTreeSet<String>,
    named: Vec<ModulePath>,
}

impl Names<'_> {
    fn add(&mut self, path: &[String]) {
        self.named.extend(absolute(path, self.module, self.children));
    }
}

impl<'ast> Visit<'ast> for Names<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if is_test(&item.attrs) {
            return;
        }
        for (path, _) in flatten(&item.tree, &mut vec![]) {
            // What a module re-exports of its own modules, it does not use.
            let is_reexport = !matches!(item.vis, Visibility::Inherited);
            let is_below = absolute(&path, self.module, self.children)
                .is_some_and(|path| path.len() > self.module.len() && path.starts_with(self.module));
            if !(is_reexport && is_below) {
                self.add(&path);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
        if path.leading_colon.is_none() && names.len() > 1 {
            self.add(&names);
        }
        visit::visit_path(self, path);
    }

    fn visit_item_mod(&mut self, _: &'ast ItemMod) {
        // A module of its own, also where it stands in the same file.
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// Returns whether an item is compiled for tests alone.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

/// Returns the paths of a `use` declaration with the names that they have here; a glob has none.
fn flatten(tree: &UseTree, before: &mut ModulePath) -> Vec<(ModulePath, Option<String>)> {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.unraw().to_string());
            let paths = flatten(&path.tree, before);
            before.pop();
            paths
        }
        UseTree::Name(name) => match name.ident.unraw().to_string() {
            own if own == "self" => vec![(before.clone(), before.last().cloned())],
            own => vec![(join(before, &own), Some(own))],
        },
        UseTree::Rename(rename) => {
            let name = Some(rename.rename.unraw().to_string());
            match rename.ident.unraw().to_string() {
                own if own == "self" => vec![(before.clone(), name)],
                own => vec![(join(before, &own), name)],
            }
        }
        UseTree::Glob(_) => vec![(before.clone(), None)],
        UseTree::Group(group) => group.items.iter().flat_map(|tree| flatten(tree, before)).collect(),
    }
}

/// Returns a path from the root of the crate; `None` if it leads to another crate.
fn absolute(path: &[String], module: &[String], children: &BTreeSet<String>) -> Option<ModulePath> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([module, rest].concat()),
        "super" => {
            let ups = path.iter().take_while(|name| *name == "super").count();
            let above = &module[..module.len().checked_sub(ups)?];
            Some([above, &path[ups..]].concat())
        }
        child if children.contains(child) => Some([module, path].concat()),
        _ => None,
    }
}

fn join(path: &[String], name: &str) -> ModulePath {
    let mut path = path.to_vec();
    path.push(name.to_owned());
    path
}
